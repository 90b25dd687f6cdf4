'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';

/** Stands where a page has failed; what is around it works on. */
export default function ErrorPage({ reset }: { error: Error; reset(): void }) {
  const t = useTranslations('frame');
  return (
    <div className="page desk:pt-10">
      <Empty icon={TriangleAlert} level={1} title={t('errorTitle')} action={<Button onClick={reset}>{t('errorAction')}</Button>}>
        {t('errorText')}
      </Empty>
    </div>
  );
}
