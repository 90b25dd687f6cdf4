'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState, type DragEvent } from 'react';
import { MOST_PHOTOS, type ChosenPhoto, type PhotoUploads } from '@/photo/photo-uploads';
import { say } from '@/ui/toasts';
import { AddPhotos } from './add-photos';
import { FailedPhotos } from './failed-photos';
import { PhotoGrid } from './photo-grid';

interface PhotoStepProps {
  photos: readonly ChosenPhoto[];
  uploads: PhotoUploads;
  error: string | undefined;
  onChange(): void;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** The photos: chosen, dropped or pasted, then put in order. */
export function PhotoStep({ photos, uploads, error, onChange }: PhotoStepProps) {
  const t = useTranslations('publish');
  const [isOver, setIsOver] = useState(false);

  function add(files: readonly File[]): void {
    if (files.length === 0) return;
    onChange();
    if (uploads.add(files) > 0) say(t('tooManyPhotos', { max: MOST_PHOTOS }));
  }

  const onPaste = useEffectEvent((event: ClipboardEvent) => add([...(event.clipboardData?.files ?? [])]));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);

  return (
    <div
      data-field="photos"
      className="flex flex-col gap-5"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget as Node | null) && setIsOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        add([...event.dataTransfer.files]);
      }}
    >
      {error && (
        <p role="alert" className="rounded-thumb bg-clay-soft px-4 py-3 font-medium text-clay-ink">
          {error}
        </p>
      )}
      {photos.length === 0 ? (
        <AddPhotos isLarge isOver={isOver} onAdd={add} />
      ) : (
        <PhotoGrid photos={photos} uploads={uploads} onChange={onChange}>
          {photos.length < MOST_PHOTOS && <AddPhotos isOver={isOver} onAdd={add} />}
        </PhotoGrid>
      )}
      <FailedPhotos photos={photos} uploads={uploads} onChange={onChange} />
    </div>
  );
}
