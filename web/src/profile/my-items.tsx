'use client';
import { ChevronRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ItemTile } from '@/item/item-tile';
import { ButtonLink, Link } from '@/ui/link';
import type { MeQuery } from './me.generated';

/** So many are shown; the others are behind the link. */
const MOST = 4;

type Items = NonNullable<MeQuery['me']>['user']['items'];

/** The newest of what one gives away, and the way to all of it. */
export function MyItems({ items }: { items: Items }) {
  const t = useTranslations('profile');
  const offered = (items?.edges ?? []).map(({ node }) => node).filter(({ status }) => status === 'PUBLISHED' || status === 'RESERVED');
  return (
    <section aria-labelledby="my-items">
      <div className="flex items-center justify-between gap-4">
        <h2 id="my-items" className="text-xl">
          {t('myItems')}
        </h2>
        {(items?.totalCount ?? 0) > 0 && (
          <Link href="/me/items" className="touch flex items-center gap-1 font-semibold text-leaf-ink hover:underline">
            {t('allItems', { count: items?.totalCount ?? 0 })}
            <ChevronRight className="size-4.5" aria-hidden />
          </Link>
        )}
      </div>
      {offered.length === 0 ? (
        <div className="mt-4 flex flex-col items-start gap-4 rounded-panel border border-dashed border-line p-5">
          <p className="text-ink-2">{t('noItems')}</p>
          <ButtonLink href="/publish" variant="publish" size="panel">
            <Plus aria-hidden />
            {t('publish')}
          </ButtonLink>
        </div>
      ) : (
        <ul className="mt-4 grid grid-cols-3 gap-3 sm:grid-cols-4">
          {offered.slice(0, MOST).map((item) => (
            <li key={item.id} className="min-w-0 last:nth-4:hidden sm:last:nth-4:block">
              <Link href={`/items/${item.id}`} className="block rounded-thumb">
                <ItemTile item={item} sizes="(min-width: 56rem) 11rem, 33vw" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
