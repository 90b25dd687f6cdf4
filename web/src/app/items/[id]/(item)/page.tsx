import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { readOrigin } from '@/app/origin';
import { toAlternates } from '@/i18n/alternates';
import { toHref } from '@/i18n/locales';
import { Texts } from '@/i18n/texts';
import { askItem } from '@/item/ask-item';
import { toItemJsonLd } from '@/item/item-json-ld';
import { ItemScreen } from '@/item/item-screen';
import { toPhotoSource } from '@/photo/photo-source';
import { readVisitorNear } from '@/town/server-near';

type Props = PageProps<'/items/[id]'>;
/** What previews of links show of a text, in characters. */
const PREVIEW_LENGTH = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const item = (await askItem(id))?.item;
  if (!item) return {};
  const { title, photos } = item;
  const description = item.description.replace(/\s+/g, ' ').slice(0, PREVIEW_LENGTH);
  const images = photos.slice(0, 1).map(({ url, width, height, alt }) => ({ url: toPhotoSource(url), width, height, alt: alt ?? title }));
  const alternates = await toAlternates(`/items/${id}`);
  return { title, description, alternates, openGraph: { title, description, images, type: 'website', url: alternates.canonical } };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const seed = await askItem(id);
  if (seed && !seed.item) notFound();
  const origin = await readOrigin();
  return (
    <Texts of={['item', 'publish']}>
      {seed?.item && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toItemJsonLd(seed.item, new URL(toHref(await getLocale(), `/items/${id}`), origin)) }} />}
      <ItemScreen id={id} seed={seed} near={await readVisitorNear()} />
    </Texts>
  );
}
