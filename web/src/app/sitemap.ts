import type { MetadataRoute } from 'next';
import { askGraph } from '@/graph/ask';
import { LOCALES, toHref } from '@/i18n/locales';
import { readOrigin } from './origin';
import { SitemapDocument, type SitemapQuery } from './sitemap.generated';

/** The newest items are named, a hundred at a time; crawlers find the others by their links. */
const MOST_PAGES = 5;

type Items = NonNullable<SitemapQuery['items']>;

/** As far as the graph answers. */
async function readNewestItems(): Promise<Items['edges'][number]['node'][]> {
  const pages: Items[] = [];
  for (let after: string | null = null; pages.length < MOST_PAGES; ) {
    const items: Items | null = (await askGraph(SitemapDocument, { after }))?.items ?? null;
    if (!items) break;
    pages.push(items);
    after = items.pageInfo.endCursor ?? null;
    if (!items.pageInfo.hasNextPage || !after) break;
  }
  return pages.flatMap(({ edges }) => edges.map(({ node }) => node));
}

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await readOrigin();
  // Each language is an address of its own, and names the others.
  const toEntries = (path: string, rest: Partial<MetadataRoute.Sitemap[number]> = {}): MetadataRoute.Sitemap => {
    const languages = Object.fromEntries(LOCALES.map((locale) => [locale, new URL(toHref(locale, path), origin).href]));
    return Object.values(languages).map((url) => ({ url, alternates: { languages }, ...rest }));
  };
  const items = await readNewestItems();
  return [
    ...toEntries('/', { changeFrequency: 'hourly' }),
    ...toEntries('/search', { changeFrequency: 'hourly' }),
    ...items.flatMap(({ id, publishedAt }) => toEntries(`/items/${id}`, publishedAt ? { lastModified: publishedAt } : {})),
  ];
}
