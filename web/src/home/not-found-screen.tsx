'use client';
import { Compass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';

/** Says that there is no such page, and where there is something. */
export function NotFoundScreen() {
  const t = useTranslations('frame');
  return (
    <div className="page desk:pt-10">
      <Empty
        icon={Compass}
        level={1}
        title={t('notFoundTitle')}
        action={
          <>
            <ButtonLink href="/">{t('notFoundAction')}</ButtonLink>
            <ButtonLink href="/search" variant="outline">
              {t('search')}
            </ButtonLink>
          </>
        }
      >
        {t('notFoundText')}
      </Empty>
    </div>
  );
}
