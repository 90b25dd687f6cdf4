'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ChosenPhoto, PhotoUploads } from '@/photo/photo-uploads';
import { PhotoTile } from './photo-tile';
import { usePhotoDrag } from './use-photo-drag';

const PhotoSheet = dynamic(() => import('./photo-sheet').then(({ PhotoSheet }) => PhotoSheet), { ssr: false });

interface PhotoGridProps {
  photos: readonly ChosenPhoto[];
  uploads: PhotoUploads;
  onChange(): void;
  /** After the last photo. */
  children: ReactNode;
}

/** Where an arrow key moves a photo. */
const KEYS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The photos in their order, the cover large. They change places by dragging, by arrow keys, and by the buttons of each one's sheet. */
export function PhotoGrid({ photos, uploads, onChange, children }: PhotoGridProps) {
  const t = useTranslations('publish');
  const [heard, setHeard] = useState('');
  /** Of the sheet; it goes on showing its photo while it closes. */
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const grid = useRef<HTMLUListElement>(null);
  const focusKey = useRef<string | null>(null);

  // An element that changes its place loses the focus.
  useEffect(() => {
    if (focusKey.current) grid.current?.querySelector<HTMLElement>(`[data-photo="${focusKey.current}"] button`)?.focus();
    focusKey.current = null;
  }, [photos]);

  function move(key: string, toIndex: number): void {
    const index = photos.findIndex((photo) => photo.key === key);
    if (toIndex < 0 || toIndex >= photos.length || toIndex === index) return;
    uploads.move(key, toIndex);
    setHeard(toIndex === 0 ? t('movedToCover') : t('movedTo', { position: toIndex + 1, count: photos.length }));
  }

  function remove(key: string): void {
    const index = photos.findIndex((photo) => photo.key === key);
    focusKey.current = (photos[index + 1] ?? photos[index - 1])?.key ?? null;
    uploads.remove(key);
    setIsOpen(false);
    onChange();
    setHeard(t('removed', { position: index + 1 }));
  }

  function open(key: string): void {
    setOpenKey(key);
    setIsOpen(true);
  }

  function onKeyDown(event: KeyboardEvent, key: string, index: number): void {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusKey.current = key;
    move(key, index + by);
  }

  const { draggedKey, handlers } = usePhotoDrag(grid, move);
  const openIndex = photos.findIndex(({ key }) => key === openKey);
  return (
    <div>
      <ul ref={grid} {...handlers} className="grid grid-cols-3 gap-2.5 select-none">
        {photos.map((photo, index) => (
          <PhotoTile
            key={photo.key}
            photo={photo}
            index={index}
            count={photos.length}
            isDragged={photo.key === draggedKey}
            onOpen={() => open(photo.key)}
            onRemove={() => remove(photo.key)}
            onKeyDown={(event) => onKeyDown(event, photo.key, index)}
          />
        ))}
        {children && <li>{children}</li>}
      </ul>
      {photos.length > 1 && <p className="mt-3 text-xs text-ink-2">{t('orderHint')}</p>}
      <p role="status" className="sr-only">
        {heard}
      </p>
      <PhotoSheet
        open={isOpen && openIndex >= 0}
        photo={photos[openIndex]}
        index={openIndex}
        count={photos.length}
        onClose={() => setIsOpen(false)}
        onMove={(toIndex) => openKey && move(openKey, toIndex)}
        onRemove={() => openKey && remove(openKey)}
      />
    </div>
  );
}
