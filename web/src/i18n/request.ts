import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale, LOCALE_HEADER } from './locales';
import { readMessages } from './messages';
import { readTimeZone, TIME_ZONE_COOKIE } from './time-zone';

export default getRequestConfig(async () => {
  const asked = (await headers()).get(LOCALE_HEADER);
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const timeZone = readTimeZone((await cookies()).get(TIME_ZONE_COOKIE)?.value);
  return { locale, messages: await readMessages(locale), timeZone };
});
