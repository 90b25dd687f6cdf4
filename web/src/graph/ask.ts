import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { getLocale } from 'next-intl/server';
import { toText } from './to-text';

/** Where the server asks the graph; the front door's own address. */
const GRAPH_URL = process.env.GRAPH_URL ?? 'http://127.0.0.1:4000/graphql';
/** A page does not wait longer: it then loads in the browser. In milliseconds. */
const TIMEOUT_MS = 2_500;

/** What anyone may see, or the bearer of a token, in the language of the page; null when the graph is slow or fails, even in part. */
export async function askGraph<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, token?: string): Promise<Data | null> {
  try {
    const response = await fetch(GRAPH_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': await getLocale(), ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: toText(document), variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] };
    return errors || !data ? null : data;
  } catch {
    return null;
  }
}
