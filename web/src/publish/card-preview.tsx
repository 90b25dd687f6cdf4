'use client';
import { Camera, MapPin, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';
import type { PublishForm } from './publish-form';

/** The item as it will stand in a feed; what is not filled in yet is hinted at. */
export function CardPreview({ form, cover, className }: { form: PublishForm; cover: string | null; className?: string }) {
  const t = useTranslations('publish');
  const item = useTranslations('item');
  const title = form.title.trim();
  return (
    <figure className={cn('flex flex-col', className)}>
      <figcaption className="mb-3 text-xs font-semibold text-ink-2">{t('preview')}</figcaption>
      <div className="relative grid aspect-4/5 place-items-center overflow-hidden rounded-picture bg-sunk text-ink-2">
        {cover ? <img src={cover} alt="" className="absolute inset-0 size-full object-cover" /> : <Camera className="size-9" strokeWidth={1.6} aria-hidden />}
        {form.town && (
          <span className="absolute bottom-2.5 left-2.5 flex max-w-[calc(100%-1.25rem)] items-center gap-1.5 rounded-full bg-surface px-2.5 py-1 text-2xs font-semibold text-ink">
            <MapPin className="size-3.25 shrink-0" strokeWidth={2.2} aria-hidden />
            <span className="clamp-1 break-all">{form.town.name}</span>
          </span>
        )}
      </div>
      <p dir="auto" className={cn('clamp-1 mt-2.5 leading-[1.4] font-semibold break-all', !title && 'text-ink-2')}>
        {title || t('untitled')}
      </p>
      <p className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-2">
        <RefreshCw className="size-3.25 shrink-0 text-clay-ink" strokeWidth={2.2} aria-hidden />
        <span dir="auto" className="clamp-1 break-all">
          {form.wishes.trim() || item('openToIdeas')}
        </span>
      </p>
    </figure>
  );
}
