import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { CategoriesDocument } from '@/category/categories.generated';
import { askFeed } from '@/feed/ask-feed';
import { askGraph } from '@/graph/ask';
import { toFreshFeed, toHomeFeed } from '@/home/home-feed';
import { HomeScreen } from '@/home/home-screen';
import { readLastVisit, VISIT_COOKIE } from '@/home/visit';
import { toAlternates } from '@/i18n/alternates';
import { Texts } from '@/i18n/texts';
import type { Near } from '@/town/near-cookie';
import { readVisitorNear } from '@/town/server-near';

export const generateMetadata = async (): Promise<Metadata> => ({ alternates: await toAlternates('/') });

async function askFresh(near: Near | null) {
  const lastVisitMs = readLastVisit((await cookies()).get(VISIT_COOKIE)?.value, Date.now());
  if (lastVisitMs === null) return [];
  const fresh = await askFeed(toFreshFeed(near));
  return (fresh?.page.edges ?? []).map(({ node }) => node).filter(({ publishedAt }) => publishedAt !== null && Date.parse(publishedAt) > lastVisitMs);
}

async function askHome(near: Near | null, slug: string | null) {
  const asked = askGraph(CategoriesDocument, {});
  const category = slug ? (await asked)?.categories?.find((category) => category.slug === slug) : null;
  const [categories, feed] = await Promise.all([asked, askFeed(toHomeFeed(near, category?.id ?? null))]);
  return { categories, feed };
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const near = await readVisitorNear();
  const { category } = await searchParams;
  const slug = typeof category === 'string' ? category : null;
  const [{ categories, feed }, fresh] = await Promise.all([askHome(near, slug), askFresh(near)]);
  return (
    <Texts of={['home', 'item', 'town']}>
      <HomeScreen feed={feed} categories={categories} near={near} category={slug} fresh={fresh} />
    </Texts>
  );
}
