'use client';
import { Check, PackageCheck, Pencil, X, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/ui/cn';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/link';
import { Sheet } from '@/ui/sheet';
import type { ExchangeViewFragment } from './exchange-view.generated';
import { toShortName, toSides } from './sides';
import { STANDINGS, toStanding, type Turn } from './standing';
import { useTurn, type SingleTurn } from './use-turn';

const ICONS: Record<Turn, LucideIcon> = { accept: Check, counter: Pencil, decline: X, confirm: PackageCheck, cancel: X };
/** Three of them stand beside each other on a phone. */
const SMALL = 'px-3.5 max-desk:[&_svg]:hidden';
const isYes = (turn: Turn): boolean => turn === 'accept' || turn === 'confirm';

interface TurnButtonsProps {
  exchange: ExchangeViewFragment;
  viewerId: string;
  readAgain(): void;
  /** Which of the turns that are open to the viewer; all without it. */
  only?: (turn: Turn) => boolean;
  className?: string;
}

/** What the viewer may do now. What binds, or can't be taken back, is asked once more. */
export function TurnButtons({ exchange, viewerId, readAgain, only = () => true, className }: TurnButtonsProps) {
  const t = useTranslations('exchange');
  const common = useTranslations('common');
  const { take, isBusy } = useTurn(exchange, readAgain);
  const [asked, setAsked] = useState<SingleTurn | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { other, mine, theirs } = toSides(exchange, viewerId);
  const standing = toStanding(exchange, viewerId);
  const turns = STANDINGS[standing].turns.filter(only);
  const toTitles = (items: readonly { title: string }[]) => items.map(({ title }) => title).join(', ');
  const words = { name: other ? toShortName(other.displayName) : t('someone'), mine: toTitles(mine), theirs: toTitles(theirs) };
  // A proposal that is taken back is another thing than a promise that is called off.
  const keyOf = <T extends Turn>(turn: T) => (turn === 'cancel' && exchange.status === 'PROPOSED' ? 'withdraw' : turn);

  return (
    <>
      {turns.length > 0 && (
        <div className={cn('flex flex-wrap gap-2', className)}>
          {turns.map((turn) => {
            const Icon = ICONS[turn];
            const label = (
              <>
                <Icon aria-hidden />
                {t(`turns.${keyOf(turn)}.button`)}
              </>
            );
            if (turn === 'counter') {
              return (
                <ButtonLink key={turn} href={`/exchanges/${exchange.id}/counter`} variant="outline" size="panel" className={SMALL}>
                  {label}
                </ButtonLink>
              );
            }
            const ask = () => {
              setAsked(turn);
              setIsOpen(true);
            };
            return (
              <Button key={turn} variant={isYes(turn) ? 'main' : 'outline'} size="panel" disabled={isBusy} onClick={ask} className={isYes(turn) ? 'grow px-4' : SMALL}>
                {label}
              </Button>
            );
          })}
        </div>
      )}
      <Sheet
        open={isOpen && asked !== null && STANDINGS[standing].turns.includes(asked)}
        onOpenChange={setIsOpen}
        title={asked && t(`turns.${keyOf(asked)}.title`, words)}
        description={asked && t(`turns.${keyOf(asked)}.text`, words)}
      >
        <div className="flex flex-col gap-2.5">
          <Button
            variant={asked && isYes(asked) ? 'main' : 'danger'}
            disabled={isBusy}
            onClick={() => asked && void take(asked).then(() => setIsOpen(false))}
          >
            {asked && t(`turns.${keyOf(asked)}.do`)}
          </Button>
          <Button variant="quiet" onClick={() => setIsOpen(false)}>
            {common('cancel')}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
