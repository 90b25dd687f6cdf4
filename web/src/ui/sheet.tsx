'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { SheetProps } from './sheet-dialog';

const SheetDialog = dynamic(() => import('./sheet-dialog').then(({ SheetDialog }) => SheetDialog), { ssr: false });

/** A panel over the page: from below on a phone, in the middle on a desk. Focus stays inside and goes back afterwards. Its code is loaded when it is opened first. */
export function Sheet(props: SheetProps) {
  const [wasOpened, setWasOpened] = useState(props.open);
  if (props.open && !wasOpened) setWasOpened(true);
  return wasOpened ? <SheetDialog {...props} /> : null;
}
