'use client';
import { ImageOff } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { PageHeader } from '@/frame/page-header';
import { Button } from '@/ui/button';
import type { KeptDraft } from './publish-draft';

interface ResumeDraftProps {
  draft: KeptDraft;
  onResume(): void;
  onStartOver(): void;
}

function Cover({ picture }: { picture: Blob }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      image.src = URL.createObjectURL(picture);
      return () => URL.revokeObjectURL(image.src);
    },
    [picture],
  );
  return <img ref={show} alt="" className="size-full object-cover" />;
}

/** What was begun another time, to go on with or to leave. */
export function ResumeDraft({ draft, onResume, onStartOver }: ResumeDraftProps) {
  const t = useTranslations('publish');
  const format = useFormatter();
  const now = useNow();
  const cover = draft.photos[0]?.picture;
  return (
    <div className="column desk:pt-6">
      <PageHeader title={t('title')} isHeading={false} fallback="/" isTask />
      <h1 className="mt-5 text-2xl">{t('resumeTitle')}</h1>
      <p className="mt-2 text-ink-2">{t('resumeText')}</p>
      <div className="mt-6 flex items-center gap-4 rounded-panel border border-line bg-surface p-3">
        <span className="grid size-20 shrink-0 place-items-center overflow-hidden rounded-thumb bg-sunk text-ink-2">
          {cover ? <Cover picture={cover} /> : <ImageOff className="size-6" aria-hidden />}
        </span>
        <div className="min-w-0">
          <p dir="auto" className="clamp-2 font-semibold wrap-anywhere">
            {draft.form.title.trim() || t('untitled')}
          </p>
          <p className="text-xs text-ink-2">
            {t('resumeDetail', { count: draft.photos.length, when: format.relativeTime(draft.changedAtMs, Math.max(now.getTime(), draft.changedAtMs)) })}
          </p>
        </div>
      </div>
      <div className="mt-8 flex flex-col gap-3">
        <Button onClick={onResume}>{t('resume')}</Button>
        <Button onClick={onStartOver} variant="outline">
          {t('startOver')}
        </Button>
      </div>
    </div>
  );
}
