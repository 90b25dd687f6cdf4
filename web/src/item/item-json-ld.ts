import { toScriptJson } from '@/app/to-script-json';
import type { ItemCondition } from '@/graph/schema.generated';
import { toPhotoSource } from '@/photo/photo-source';
import type { ItemPageQuery } from './item-page.generated';

/** Of schema.org's four conditions the one that says the most of ours. */
const CONDITIONS: Record<ItemCondition, string> = {
  NEW: 'https://schema.org/NewCondition',
  LIKE_NEW: 'https://schema.org/UsedCondition',
  GOOD: 'https://schema.org/UsedCondition',
  FAIR: 'https://schema.org/UsedCondition',
  FOR_PARTS: 'https://schema.org/DamagedCondition',
};

/** A thing for search engines (schema.org/Product): without an offer, since no money moves. Safe inside a script element. */
export function toItemJsonLd(item: NonNullable<ItemPageQuery['item']>, address: URL): string {
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: item.title,
    description: item.description,
    category: [item.category.parent?.name, item.category.name].filter(Boolean).join(' > '),
    itemCondition: CONDITIONS[item.condition],
    image: item.photos.map(({ url }) => new URL(toPhotoSource(url), address).href),
    url: address.href,
  };
  return toScriptJson(product);
}
