'use client';
import { TriangleAlert, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { ChosenPhoto } from '@/photo/photo-uploads';
import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/skeleton';

interface PhotoTileProps {
  photo: ChosenPhoto;
  index: number;
  count: number;
  isDragged: boolean;
  onOpen(): void;
  onRemove(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One photo: how far it has come, and the ways to look at it and to take it away. */
export function PhotoTile({ photo, index, count, isDragged, onOpen, onRemove, onKeyDown }: PhotoTileProps) {
  const t = useTranslations('publish');
  const { key, preview, state } = photo;
  const position = index + 1;
  const isCover = index === 0;
  const isLoading = state.status === 'preparing' || state.status === 'uploading';
  return (
    <li data-photo={key} data-index={index} className={cn('relative aspect-square transition-[scale]', isCover && 'col-span-2 row-span-2', isDragged && 'z-10 scale-[1.03]')}>
      <button
        type="button"
        onClick={onOpen}
        onKeyDown={onKeyDown}
        aria-label={`${t('photoOf', { position, count })}${isCover ? `, ${t('cover')}` : ''}`}
        className={cn('block size-full cursor-grab overflow-hidden rounded-picture bg-sunk [-webkit-touch-callout:none]', isDragged && 'ring-3 ring-leaf', state.status === 'failed' && 'border-2 border-clay')}
      >
        {preview ? <img src={preview} alt="" draggable={false} className="size-full object-cover" /> : state.status === 'preparing' && <Skeleton className="size-full" />}
      </button>
      {isCover && <span className="pointer-events-none absolute top-2.5 left-2.5 rounded-full bg-surface px-2.5 py-1 text-2xs font-semibold text-ink">{t('cover')}</span>}
      {isLoading && <Progress fraction={state.status === 'uploading' ? state.fraction : null} label={t('progressOf', { position })} />}
      {state.status === 'failed' && (
        <span className="pointer-events-none absolute bottom-2.5 left-2.5 grid size-8 place-items-center rounded-full bg-clay text-on-clay">
          <TriangleAlert className="size-4.5" aria-hidden />
        </span>
      )}
      <span className="absolute top-1.5 right-1.5">
        <button
          type="button"
          onClick={onRemove}
          aria-label={isLoading ? t('cancelPhoto', { position }) : t('removePhoto', { position })}
          className="touch grid size-8 place-items-center rounded-full bg-surface text-ink hover:bg-sunk"
        >
          <X className="size-4.5" aria-hidden />
        </button>
      </span>
    </li>
  );
}

/** `fraction` is null before the photo is on its way. */
function Progress({ fraction, label }: { fraction: number | null; label: string }) {
  const t = useTranslations('publish');
  const format = useFormatter();
  return (
    <span className="pointer-events-none absolute inset-x-2 bottom-2 flex items-center gap-2 rounded-full bg-surface px-2.5 py-1.5">
      <span
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={fraction === null ? undefined : Math.round(fraction * 100)}
        aria-valuetext={fraction === null ? t('preparing') : format.number(fraction, { style: 'percent' })}
        className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunk"
      >
        <span className={cn('block h-full rounded-full bg-leaf transition-[width]', fraction === null && 'w-1/4 animate-pulse')} style={fraction === null ? undefined : { width: `${fraction * 100}%` }} />
      </span>
    </span>
  );
}
