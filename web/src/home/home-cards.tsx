'use client';
import { ArrowRight, MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ItemCardFragment } from '@/item/item-card.generated';
import { Photo } from '@/photo/photo';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { ButtonLink, Link } from '@/ui/link';

/** For who is new here: what this is, and the ways in. Holds the page's h1. */
export function IntroCard() {
  const t = useTranslations('home');
  return (
    <section className="flex flex-col justify-between gap-4 rounded-panel bg-leaf p-5 text-on-leaf desk:gap-6 desk:p-7.5">
      <div>
        <h1 className="text-xl desk:text-2xl">{t('title')}</h1>
        <p className="mt-1.5 desk:mt-2.5">{t('introText')}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href="/register" size="panel" className="bg-on-leaf text-leaf outline-on-leaf hover:bg-on-leaf">
          {t('introRegister')}
        </ButtonLink>
        <Link href="/welcome" className="inline-flex min-h-10.5 items-center gap-2 font-semibold underline-offset-4 outline-on-leaf hover:underline">
          {t('introHow')}
          <ArrowRight className="size-4.5 max-sm:hidden" aria-hidden />
        </Link>
      </div>
    </section>
  );
}

interface TownCardProps {
  /** Whose picture stands in it. */
  item: ItemCardFragment | undefined;
  onPlace(): void;
  className?: string;
}

/** For who has not said where they look. */
export function TownCard({ item, onPlace, className }: TownCardProps) {
  const t = useTranslations('home');
  return (
    <section className={cn('relative flex items-center overflow-hidden rounded-panel bg-sun-soft p-5 min-[22rem]:pr-32 desk:p-8 desk:pr-60', className)}>
      <div className="relative flex flex-col items-start gap-1.5 desk:gap-2.5">
        <h2 className="text-xl desk:text-3xl">{t('placeTitle')}</h2>
        <p className="max-w-sm text-xs text-sun-ink desk:text-base">{t('placeText')}</p>
        <Button size="panel" onClick={onPlace} className="mt-2">
          <MapPin aria-hidden />
          {t('placeAction')}
        </Button>
      </div>
      <span aria-hidden className="absolute top-1/2 max-[22rem]:hidden right-4 w-25 -translate-y-1/2 rotate-6 overflow-hidden rounded-picture desk:right-9 desk:w-40">
        <span className="block aspect-4/5">{item && <Photo photo={item.photos[0]} alt="" sizes="(min-width: 56rem) 10rem, 7rem" />}</span>
      </span>
    </section>
  );
}
