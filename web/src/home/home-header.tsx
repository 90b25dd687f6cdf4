'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PlacePill } from '@/town/place-pill';
import type { Near } from '@/town/near-cookie';
import { Link } from '@/ui/link';
import { Logo } from '@/ui/logo';

/** The head of the home page on a phone: who we are, where one looks, and the way to the search. */
export function HomeHeader({ near, onPlace }: { near: Near | null; onPlace(): void }) {
  const t = useTranslations('frame');
  return (
    <div className="pt-4 desk:hidden">
      <div className="flex items-center justify-between gap-3">
        <p className="flex shrink-0 items-center gap-2.5 font-heading text-xl font-bold tracking-tight">
          <Logo className="size-7.5" />
          <span className="max-[22rem]:sr-only">{t('brand')}</span>
        </p>
        <PlacePill near={near} onPress={onPlace} />
      </div>
      <Link href="/search" className="mt-4.5 flex h-12.5 items-center gap-3.5 rounded-full border border-line bg-surface px-4.5 text-lg text-ink-2">
        <Search className="size-5 shrink-0" aria-hidden />
        <span className="clamp-1 break-all">
          <span className="sr-only">{t('search')}: </span>
          {t('searchPlaceholder')}
        </span>
      </Link>
    </div>
  );
}
