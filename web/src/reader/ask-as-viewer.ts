import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { headers } from 'next/headers';
import { isDocument } from '@/app/is-document';
import { askGraph } from '@/graph/ask';
import type { ViewerSeed } from './viewer-seed';
import { READER_HEADER } from './reader-pages';

/** The token's `sub`. Whether the token is good is the graph's to say. */
function readViewerId(token: string): string | null {
  try {
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sub?: unknown };
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}

/**
 * What the page's viewer may see, for a page that is opened by its address; null on a page that is none of
 * `isReaderPage`, where the browser brings no reader's token, or one that is over, and when the graph is slow or fails, even in part: the browser then asks by itself.
 */
export async function askAsViewer<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<ViewerSeed<Data> | null> {
  const token = (await headers()).get(READER_HEADER);
  const viewerId = token ? readViewerId(token) : null;
  if (!token || !viewerId || !(await isDocument())) return null;
  const data = await askGraph(document, variables, token);
  return data && { viewerId, data };
}
