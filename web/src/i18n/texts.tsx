import 'server-only';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from './messages';
import { MoreTexts } from './more-texts';

/** Gives what is in it the texts under these names, beside those of `common` and `frame`, which every page has: each page carries its own alone. */
export async function Texts({ of, children }: { of: (keyof Messages)[]; children: ReactNode }) {
  const messages = await getMessages();
  return <MoreTexts texts={Object.fromEntries(of.map((name) => [name, messages[name]]))}>{children}</MoreTexts>;
}
