'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ChosenPhoto, PhotoUploads } from '@/photo/photo-uploads';
import { Button } from '@/ui/button';

/** The button that was pressed goes away with its message. */
const focusTile = (key: string | undefined): void => document.querySelector<HTMLElement>(key ? `[data-photo="${key}"] button` : '[data-field="photos"] input')?.focus();

interface FailedPhotosProps {
  photos: readonly ChosenPhoto[];
  uploads: PhotoUploads;
  onChange(): void;
}

/** What became of the photos that were not taken: why, and for each the way on. */
export function FailedPhotos({ photos, uploads, onChange }: FailedPhotosProps) {
  const t = useTranslations('publish');
  const common = useTranslations('common');
  return (
    <div role="alert" className="contents">
      <ul className="flex flex-col gap-2.5 empty:hidden">
        {photos.map(({ key, name, state }, index) => {
          if (state.status !== 'failed') return null;
          const position = index + 1;
          return (
            <li key={key} className="flex gap-3 rounded-picture bg-clay-soft p-4 text-clay-ink">
              <TriangleAlert className="mt-0.5 size-5 shrink-0" aria-hidden />
              <div className="min-w-0 flex-1">
                <p className="font-semibold break-all">
                  {t('photoNumber', { position })} <span dir="auto" className="font-normal">{name}</span>
                </p>
                <p>{state.message}</p>
                <div className="mt-3 flex flex-wrap gap-2">
                  {!state.isFinal && (
                    <Button
                      size="panel"
                      variant="outline"
                      aria-label={t('retryPhoto', { position })}
                      onClick={() => {
                        focusTile(key);
                        uploads.retry(key);
                      }}
                    >
                      {common('tryAgain')}
                    </Button>
                  )}
                  <Button
                    size="panel"
                    variant="outline"
                    aria-label={t('removePhoto', { position })}
                    onClick={() => {
                      focusTile((photos[index - 1] ?? photos[index + 1])?.key);
                      uploads.remove(key);
                      onChange();
                    }}
                  >
                    {common('remove')}
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
