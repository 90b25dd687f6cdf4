import type { ReactNode } from 'react';
import { ExchangesFrame } from '@/exchange/exchanges-frame';
import { Texts } from '@/i18n/texts';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Texts of={['account', 'exchange']}>
      <ExchangesFrame>{children}</ExchangesFrame>
    </Texts>
  );
}
