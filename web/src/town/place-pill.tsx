'use client';
import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDistance } from '@/i18n/use-distance';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import type { Near } from './near-cookie';

/** Where someone looks, such as "Lyon · 5 km", and the way to change it. */
export function PlacePill({ near, onPress, className }: { near: Near | null; onPress(): void; className?: string }) {
  const t = useTranslations('town');
  const distance = useDistance();
  return (
    <Button variant="outline" size="pill" onClick={onPress} className={cn('min-w-0 shrink gap-2 text-base font-medium', className)}>
      <MapPin aria-hidden />
      {near && <span className="sr-only">{t('change')} </span>}
      <span className="clamp-1 break-all">{near ? [near.town.name, near.radiusKm && distance(near.radiusKm * 1_000)].filter(Boolean).join(' · ') : t('pill')}</span>
    </Button>
  );
}
