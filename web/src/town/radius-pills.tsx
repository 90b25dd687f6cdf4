'use client';
import { useTranslations } from 'next-intl';
import { useDistance } from '@/i18n/use-distance';
import { RadioPills } from '@/ui/pills';
import { RADII_KM } from './near-cookie';

const ANYWHERE = 'anywhere';

/** How far round a town one looks; null is the whole country. */
export function RadiusPills({ value, onChange }: { value: number | null; onChange(radiusKm: number | null): void }) {
  const t = useTranslations('town');
  const distance = useDistance();
  const choices = [...RADII_KM.map((radius) => ({ value: String(radius), label: distance(radius * 1_000) })), { value: ANYWHERE, label: t('anywhere') }];
  return <RadioPills label={t('radius')} choices={choices} value={value ? String(value) : ANYWHERE} onChange={(chosen) => onChange(chosen === ANYWHERE ? null : Number(chosen))} />;
}
