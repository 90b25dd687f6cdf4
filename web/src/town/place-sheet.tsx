'use client';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { setNear, useNear } from './near';
import { RadiusPills } from './radius-pills';
import { TownField } from './town-field';
import type { Town } from './town';

interface PlaceSheetProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Asks which town someone looks round, and how far. */
export function PlaceSheet({ open, onOpenChange }: PlaceSheetProps) {
  const t = useTranslations('town');
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t('title')} description={t('text')}>
      <PlaceForm onDone={() => onOpenChange(false)} />
    </Sheet>
  );
}

const FIRST_RADIUS_KM = 10;

function PlaceForm({ onDone }: { onDone(): void }) {
  const t = useTranslations('town');
  const near = useNear();
  const [town, setTown] = useState<Town | null>(near?.town ?? null);
  const [radiusKm, setRadiusKm] = useState<number | null>(near ? near.radiusKm : FIRST_RADIUS_KM);
  const [isMissing, setIsMissing] = useState(false);

  function choose(event: FormEvent) {
    event.preventDefault();
    if (!town) return setIsMissing(true);
    setNear({ town, radiusKm });
    onDone();
  }
  function forget() {
    setNear(null);
    onDone();
  }
  return (
    <form onSubmit={choose} className="flex flex-col gap-6">
      <TownField
        label={t('label')}
        value={town}
        onChange={(chosen) => {
          setTown(chosen);
          setIsMissing(false);
        }}
        error={isMissing ? t('missing') : null}
      />
      <RadiusPills value={radiusKm} onChange={setRadiusKm} />
      <div className="flex flex-col gap-2">
        <Button type="submit">{t('choose')}</Button>
        {near && (
          <Button variant="quiet" size="panel" onClick={forget}>
            {t('forget')}
          </Button>
        )}
      </div>
    </form>
  );
}
