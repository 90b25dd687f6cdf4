'use client';
import { useQuery } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { FeedDocument, type FeedQueryVariables } from '@/feed/feed.generated';
import type { Point } from '@/town/distance';
import { Link } from '@/ui/link';
import type { ItemCardFragment } from './item-card.generated';
import type { ItemPageQuery } from './item-page.generated';
import { ItemRow } from './item-row';

type Item = NonNullable<ItemPageQuery['item']>;
const COUNT = 8;
const RADIUS_METRES = 50_000;

/** Some things by a filter, without this one. They are no page of a feed, so the feeds do not hear of them. */
function useSome(variables: FeedQueryVariables, { isOn, except }: { isOn: boolean; except: string }): readonly ItemCardFragment[] {
  const { data } = useQuery(FeedDocument, { variables: { ...variables, first: COUNT + 1 }, skip: !isOn, fetchPolicy: 'no-cache' });
  const items = (data?.items?.edges ?? []).map(({ node }) => node);
  return items.filter(({ id, status }) => id !== except && status === 'PUBLISHED').slice(0, COUNT);
}

/** What else there is of the same owner, and of the same kind nearby. Asked for when one comes near it. */
export function MoreItems({ item, near }: { item: Item; near: Point | null }) {
  const t = useTranslations('item');
  const start = useRef<HTMLDivElement>(null);
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsOn(true), { rootMargin: '50% 0px' });
    observer.observe(start.current!);
    return () => observer.disconnect();
  }, []);

  const { owner, place } = item;
  const kind = item.category.parent ?? item.category;
  const theirs = useSome({ filter: { ownerId: owner?.id ?? null }, order: 'NEWEST' }, { isOn: isOn && Boolean(owner), except: item.id });
  const nearby = useSome(
    { filter: { categories: [kind.id], ...(place && { withinMetres: RADIUS_METRES }) }, near: place ? { lat: place.lat, lng: place.lng } : null, order: place ? 'NEAREST' : 'NEWEST' },
    { isOn, except: item.id },
  );
  const others = nearby.filter(({ owner: other }) => other?.id !== owner?.id);
  const seeAll = (href: string) => (
    <Link href={href} className="touch shrink-0 font-semibold text-leaf-ink underline-offset-4 hover:underline">
      {t('seeAll')}
    </Link>
  );
  return (
    <div ref={start} className="mt-10 flex min-h-4 flex-col gap-9 desk:mt-14">
      {owner && theirs.length > 0 && <ItemRow title={t('moreOf', { name: owner.displayName })} items={theirs} near={near} action={seeAll(`/users/${owner.id}`)} />}
      {others.length > 0 && <ItemRow title={t('similarNearby')} items={others} near={near} action={seeAll(`/search?category=${kind.slug}`)} />}
    </div>
  );
}
