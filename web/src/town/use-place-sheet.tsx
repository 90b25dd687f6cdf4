'use client';
import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';

const PlaceSheet = dynamic(() => import('./place-sheet').then(({ PlaceSheet }) => PlaceSheet), { ssr: false });

/** The sheet that asks for the town: `sheet` goes anywhere into the page, `open` shows it. Its code comes when it is wanted. */
export function usePlaceSheet(): { open(): void; sheet: ReactNode } {
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  return {
    open() {
      setIsWanted(true);
      setIsOpen(true);
    },
    sheet: isWanted && <PlaceSheet open={isOpen} onOpenChange={setIsOpen} />,
  };
}
