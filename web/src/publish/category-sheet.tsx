'use client';
import { ArrowLeft, Check, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CategoryPartsFragment } from '@/category/categories.generated';
import type { Categories } from '@/category/use-categories';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';

interface CategorySheetProps {
  categories: Categories;
  value: string | null;
  open: boolean;
  onOpenChange(open: boolean): void;
  onChoose(categoryId: string): void;
}

/** The choice of a category: first the kind of thing, then which. */
export function CategorySheet({ categories, value, open, onOpenChange, onChoose }: CategorySheetProps) {
  const t = useTranslations('publish');
  const [topId, setTopId] = useState<string | null>(null);
  const top = categories.tops.find(({ id }) => id === topId);

  function close(isOpen: boolean): void {
    onOpenChange(isOpen);
    if (!isOpen) setTopId(null);
  }

  function choose(categoryId: string): void {
    setTopId(null);
    onChoose(categoryId);
  }

  return (
    <Sheet open={open} onOpenChange={close} title={top?.name ?? t('categoryTitle')}>
      {top && (
        <button type="button" onClick={() => setTopId(null)} className="-mt-2 mb-2 flex min-h-11 items-center gap-2 self-start rounded-full pr-4 text-base font-semibold text-leaf-ink">
          <ArrowLeft className="size-4.5" aria-hidden />
          {t('categoryBack')}
        </button>
      )}
      <Choices categories={categories} top={top} value={value} onOpen={setTopId} onChoose={choose} />
    </Sheet>
  );
}

interface ChoicesProps extends Pick<CategorySheetProps, 'categories' | 'value' | 'onChoose'> {
  top: CategoryPartsFragment | undefined;
  onOpen(topId: string): void;
}

function Choices({ categories, top, value, onOpen, onChoose }: ChoicesProps) {
  const t = useTranslations('publish');
  const common = useTranslations('common');
  const { all, tops, childrenOf, error, retry } = categories;
  if (all.length === 0) {
    if (!error) return <Skeleton className="h-80" />;
    return (
      <div className="flex flex-col items-start gap-3 pb-4">
        <p>{t('categoriesFailed')}</p>
        <Button size="panel" variant="outline" onClick={retry}>
          {common('tryAgain')}
        </Button>
      </div>
    );
  }
  const chosenTop = all.find(({ id }) => id === value)?.parent?.id ?? value;
  return (
    // Anew for each level, so that it starts at its top and its first choice is in focus.
    <ul key={top?.id ?? 'top'} className="-mx-2 flex flex-col">
      {top ? (
        <>
          {childrenOf(top.id).map(({ id, name }, index) => (
            <Choice key={id} name={name} isChosen={id === value} isFirst={index === 0} onClick={() => onChoose(id)} />
          ))}
          <Choice name={t('categoryOther', { name: top.name })} isChosen={top.id === value} onClick={() => onChoose(top.id)} />
        </>
      ) : (
        tops.map(({ id, name }) => <Choice key={id} name={name} isChosen={id === chosenTop} isDoor onClick={() => (childrenOf(id).length > 0 ? onOpen(id) : onChoose(id))} />)
      )}
    </ul>
  );
}

interface ChoiceProps {
  name: string;
  isChosen: boolean;
  /** Leads to the next level. */
  isDoor?: boolean;
  isFirst?: boolean;
  onClick(): void;
}

function Choice({ name, isChosen, isDoor = false, isFirst = false, onClick }: ChoiceProps) {
  const Mark = isChosen ? Check : ChevronRight;
  return (
    <li>
      <button type="button" autoFocus={isFirst} aria-current={isChosen || undefined} onClick={onClick} className="flex min-h-12 w-full items-center gap-3 rounded-thumb px-2 py-2 text-start text-lg hover:bg-sunk aria-[current]:font-semibold">
        <span className="flex-1">{name}</span>
        {(isDoor || isChosen) && <Mark className={isChosen ? 'size-5 text-leaf-ink' : 'size-5 text-ink-2'} aria-hidden />}
      </button>
    </li>
  );
}
