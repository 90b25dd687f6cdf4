import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { getOperationAST, print } from 'graphql';
import { headers } from 'next/headers';
import { isDocument } from '@/app/is-document';
import { toScriptJson } from '@/app/to-script-json';
import { toText } from '@/graph/to-text';
import { NONCE_HEADER } from '@/nonce-header';
import { PATIENCE_MS } from '@/session/session';
import { VIEWER_KEY } from '@/session/session-memory';
import { RefreshSessionDocument } from '@/session/session.generated';
import { HOLDER_LOCK, REFRESH_LOCK } from '@/session/token-exchange';
import { beginEarly, type BeginOptions, type EarlyOperation } from './begin';

const HOLD_MS = 1_500;

/**
 * A line that runs before the page's scripts are there; on a move within the app they are there already. A module is not
 * kept waiting for styles.
 */
async function EarlyScript({ text }: { text: string }) {
  if (!(await isDocument())) return null;
  return <script type="module" async nonce={(await headers()).get(NONCE_HEADER) ?? undefined} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}

/** Renews the session of whoever is likely signed in, at the very beginning of the page. */
export function EarlySession() {
  const options: BeginOptions = { graphPath: '/graphql', viewerKey: VIEWER_KEY, refreshQuery: print(RefreshSessionDocument), refreshLock: REFRESH_LOCK, holderLock: HOLDER_LOCK, holdMs: HOLD_MS, patienceMs: PATIENCE_MS };
  return <EarlyScript text={`(${beginEarly.toString()})(${toScriptJson(options)})`} />;
}

interface EarlyQueryProps<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  /** Those that have no default of their own; may be left out where there are none. */
  variables?: Variables;
}

/** Asks the graph, as the viewer, for what this page will ask for: the first query of that name and those variables takes the answer. */
export function EarlyQuery<Data, Variables extends Record<string, unknown>>({ document, variables }: EarlyQueryProps<Data, Variables>) {
  const operationName = getOperationAST(document)!.name!.value;
  const operation: EarlyOperation = { operationName, query: toText(document), variables: variables ?? {} };
  return <EarlyScript text={`(window.sleEarlyQueries ??= []).push(${toScriptJson(operation)})`} />;
}
