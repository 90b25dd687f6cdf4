import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale, LOCALE_HEADER } from './locales';
import { readMessages } from './messages';

/** The server writes times in this zone; the browser in the device's. */
export const SERVER_TIME_ZONE = 'Europe/Paris';

export default getRequestConfig(async () => {
  const asked = (await headers()).get(LOCALE_HEADER);
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: await readMessages(locale), timeZone: SERVER_TIME_ZONE };
});
