import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { isDocument } from '@/app/is-document';
import { CategoriesDocument } from '@/category/categories.generated';
import { askFeed } from '@/feed/ask-feed';
import { askGraph } from '@/graph/ask';
import { toAlternates } from '@/i18n/alternates';
import { Texts } from '@/i18n/texts';
import { isAsking, readFilters, toSearchFeed } from '@/search/filters';
import { SearchScreen } from '@/search/search-screen';
import { SearchSkeleton } from '@/search/search-skeleton';
import { readVisitorNear } from '@/town/server-near';

type Props = PageProps<'/search'>;

async function toFilters(searchParams: Props['searchParams']) {
  const entries = Object.entries(await searchParams).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []));
  return readFilters(new URLSearchParams(entries));
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('search');
  const { text } = await toFilters(searchParams);
  return { title: text ? t('titleFor', { text }) : t('title'), alternates: await toAlternates('/search') };
}

async function Found({ searchParams }: Pick<Props, 'searchParams'>) {
  const filters = await toFilters(searchParams);
  const near = await readVisitorNear();
  const categories = await askGraph(CategoriesDocument, {});
  const feed = isAsking(filters) ? await askFeed(toSearchFeed(filters, near, categories?.categories ?? [])) : null;
  return <SearchScreen feed={feed} categories={categories} near={near} />;
}

/** A move within the app shows the skeleton at once; a document waits, so that what it is opened for is the first thing seen. */
export default async function Page({ searchParams }: Props) {
  const found = <Found searchParams={searchParams} />;
  return <Texts of={['item', 'search', 'town']}>{(await isDocument()) ? found : <Suspense fallback={<SearchSkeleton />}>{found}</Suspense>}</Texts>;
}
