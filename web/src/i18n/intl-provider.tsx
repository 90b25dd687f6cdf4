'use client';
import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl';
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { writeDeviceCookie } from '@/device-cookie';
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

/** Texts, dates and numbers in the page's language; times as the server wrote them first, then in the device's zone. */
export function IntlProvider({ locale, messages, serverTimeZone, children }: IntlProviderProps) {
  const [timeZone, setTimeZone] = useState(serverTimeZone);
  useEffect(() => {
    // Every text hears of it: in slices, and after the page has come to life.
    const timer = setTimeout(() => {
      const deviceTimeZone = readDeviceTimeZone();
      // The server's next page is written in it: what is sorted by days is not sorted anew then.
      if (deviceTimeZone !== serverTimeZone) writeDeviceCookie(TIME_ZONE_COOKIE, deviceTimeZone);
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
