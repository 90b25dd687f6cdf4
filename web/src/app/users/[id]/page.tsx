import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { askFeed } from '@/feed/ask-feed';
import { toAlternates } from '@/i18n/alternates';
import { Texts } from '@/i18n/texts';
import { readVisitorNear } from '@/town/server-near';
import { askUser } from '@/user/ask-user';
import { toUserFeed } from '@/user/user-feed';
import { UserScreen } from '@/user/user-screen';

type Props = PageProps<'/users/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const t = await getTranslations('profile.public');
  const user = (await askUser(id))?.user;
  return user ? { title: t('titleWithItems', { name: user.displayName }), alternates: await toAlternates(`/users/${id}`) } : {};
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  const [seed, feed] = await Promise.all([askUser(id), askFeed(toUserFeed(id))]);
  if (seed && !seed.user) notFound();
  return (
    <Texts of={['item', 'profile']}>
      <UserScreen id={id} seed={seed} feed={feed} near={await readVisitorNear()} />
    </Texts>
  );
}
