import 'server-only';
import { headers } from 'next/headers';
import { NONCE_HEADER } from '@/nonce-header';
import { isDocument } from './is-document';

interface InlineScriptProps {
  text: string;
  /** `here`: before what stands below it is drawn. `early`: as a module, which is not kept waiting for styles, and keeps nothing waiting. */
  when: 'early' | 'here';
}

/** A line that runs before the page's scripts are there; on a move within the app they are there already. */
export async function InlineScript({ text, when }: InlineScriptProps) {
  if (!(await isDocument())) return null;
  const kind = when === 'early' ? ({ type: 'module', async: true } as const) : {};
  return <script {...kind} nonce={(await headers()).get(NONCE_HEADER) ?? undefined} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}
