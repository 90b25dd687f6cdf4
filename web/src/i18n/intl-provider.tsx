'use client';
import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl';
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import type { Locale } from './locales';
import { TIME_ZONE_COOKIE } from './time-zone';

interface IntlProviderProps {
  locale: Locale;
  messages: AbstractIntlMessages;
  /** In which the server has written times. */
  serverTimeZone: string;
  children: ReactNode;
}

const readDeviceTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The server's next page is written in it: what is sorted by days is not sorted anew then. */
function tellServer(timeZone: string): void {
  document.cookie = `${TIME_ZONE_COOKIE}=${timeZone}; path=/; samesite=lax; max-age=${YEAR_SECONDS}`;
}

/** Texts, dates and numbers in the page's language; times as the server wrote them first, then in the device's zone. */
export function IntlProvider({ locale, messages, serverTimeZone, children }: IntlProviderProps) {
  const [timeZone, setTimeZone] = useState(serverTimeZone);
  useEffect(() => {
    // Every text hears of it: in slices, and after the page has come to life.
    const timer = setTimeout(() => {
      const deviceTimeZone = readDeviceTimeZone();
      if (deviceTimeZone !== serverTimeZone) tellServer(deviceTimeZone);
      startTransition(() => setTimeZone(deviceTimeZone));
    });
    return () => clearTimeout(timer);
  }, [serverTimeZone]);
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  );
}
