import { notFound } from 'next/navigation';
import { isDocument } from '@/app/is-document';
import { askUser } from '@/user/ask-user';

/** Above the boundary of `loading.tsx`, whose answer has begun before one knows whether there is such a person. */
export default async function Layout({ params, children }: LayoutProps<'/users/[id]'>) {
  if (await isDocument()) {
    const data = await askUser((await params).id);
    if (data && !data.user) notFound();
  }
  return children;
}
