'use client';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';

/** Says that there is something new, over what one reads; pressing it shows that. */
export function WaitingPill({ count, onPress }: { count: number; onPress(): void }) {
  const t = useTranslations('home');
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-[calc(0.75rem+env(safe-area-inset-top))] z-20 flex justify-center desk:top-22">
      {count > 0 && (
        <Button size="panel" onClick={onPress} className="pointer-events-auto border-2 border-paper">
          <ArrowUp aria-hidden />
          {t('waiting', { count })}
        </Button>
      )}
    </div>
  );
}
