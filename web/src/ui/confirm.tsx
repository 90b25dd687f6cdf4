'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Sheet } from './sheet';

interface ConfirmProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The question. */
  title: ReactNode;
  /** What comes of it. */
  description: ReactNode;
  /** Says what happens. */
  action: ReactNode;
  onConfirm(): void;
  isBusy?: boolean;
}

/** Asks before something that can't be taken back. */
export function Confirm({ open, onOpenChange, title, description, action, onConfirm, isBusy = false }: ConfirmProps) {
  const t = useTranslations('common');
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={title} description={description}>
      <div className="mt-2 flex flex-col gap-3">
        <Button variant="danger" disabled={isBusy} onClick={onConfirm}>
          {action}
        </Button>
        <Button variant="outline" onClick={() => onOpenChange(false)}>
          {t('cancel')}
        </Button>
      </div>
    </Sheet>
  );
}
