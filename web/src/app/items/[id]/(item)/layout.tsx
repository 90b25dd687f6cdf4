import { notFound } from 'next/navigation';
import { isDocument } from '@/app/is-document';
import { askItem } from '@/item/ask-item';

/** Above the boundary of `loading.tsx`, whose answer has begun before one knows whether there is such a thing. */
export default async function Layout({ params, children }: LayoutProps<'/items/[id]'>) {
  if (await isDocument()) {
    const data = await askItem((await params).id);
    if (data && !data.item) notFound();
  }
  return children;
}
