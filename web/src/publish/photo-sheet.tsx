'use client';
import { ArrowLeft, ArrowRight, Star, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ChosenPhoto } from '@/photo/photo-uploads';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';

interface PhotoSheetProps {
  open: boolean;
  photo: ChosenPhoto | undefined;
  index: number;
  count: number;
  onClose(): void;
  onMove(toIndex: number): void;
  onRemove(): void;
}

/** One photo in large, with what can be done to it, by buttons. */
export function PhotoSheet({ open, photo, index, count, onClose, onMove, onRemove }: PhotoSheetProps) {
  const t = useTranslations('publish');
  return (
    <Sheet open={open} onOpenChange={(isOpen) => !isOpen && onClose()} title={t('photoOf', { position: Math.max(index, 0) + 1, count: Math.max(count, 1) })}>
      {photo?.preview && <img src={photo.preview} alt="" className="max-h-[45dvh] w-full rounded-picture bg-sunk object-contain" />}
      <div className="mt-4 grid grid-cols-2 gap-2.5">
        <Button size="panel" variant="outline" disabled={index <= 0} onClick={() => onMove(index - 1)}>
          <ArrowLeft aria-hidden />
          {t('moveEarlier')}
        </Button>
        <Button size="panel" variant="outline" disabled={index >= count - 1} onClick={() => onMove(index + 1)}>
          {t('moveLater')}
          <ArrowRight aria-hidden />
        </Button>
        <Button size="panel" variant="outline" disabled={index <= 0} onClick={() => onMove(0)} className="col-span-2">
          <Star aria-hidden />
          {t('makeCover')}
        </Button>
        <Button size="panel" variant="danger" onClick={onRemove} className="col-span-2">
          <Trash2 aria-hidden />
          {t('removeThis')}
        </Button>
      </div>
    </Sheet>
  );
}
