import type { ReactNode } from 'react';
import { ExchangesFrame } from '@/exchange/exchanges-frame';

export default function Layout({ children }: { children: ReactNode }) {
  return <ExchangesFrame>{children}</ExchangesFrame>;
}
