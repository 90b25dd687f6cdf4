import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import { toText } from './to-text';

/** Where the server asks the graph; the front door's own address. */
const GRAPH_URL = process.env.GRAPH_URL ?? 'http://127.0.0.1:4000/graphql';
/** Says for whom a page is made, so that what is asked for it counts as theirs; signed by the gateway, which sends it along with who asks for the page. */
const VISITOR_HEADER = 'x-secondlife-visitor';
/** A page does not wait longer: it then loads in the browser. In milliseconds. */
const TIMEOUT_MS = 2_500;

/** What anyone may see, or the bearer of a token, in the language of the page; null when the graph is slow or fails, even in part. */
export async function askGraph<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, token?: string): Promise<Data | null> {
  try {
    const visitor = (await headers()).get(VISITOR_HEADER);
    const response = await fetch(GRAPH_URL, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': await getLocale(),
        ...(visitor && { [VISITOR_HEADER]: visitor }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
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
