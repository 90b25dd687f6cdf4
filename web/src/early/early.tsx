import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { getOperationAST, print } from 'graphql';
import { InlineScript } from '@/app/inline-script';
import { toScriptJson } from '@/app/to-script-json';
import { toText } from '@/graph/to-text';
import { PATIENCE_MS } from '@/session/session';
import { VIEWER_KEY } from '@/session/session-memory';
import { RefreshSessionDocument } from '@/session/session.generated';
import { HOLDER_LOCK, REFRESH_LOCK } from '@/session/token-exchange';
import { beginEarly, type BeginOptions, type EarlyOperation } from './begin';

const HOLD_MS = 1_500;

/** Renews the session of whoever is likely signed in, at the very beginning of the page. */
export function EarlySession() {
  const options: BeginOptions = { graphPath: '/graphql', viewerKey: VIEWER_KEY, refreshQuery: print(RefreshSessionDocument), refreshLock: REFRESH_LOCK, holderLock: HOLDER_LOCK, holdMs: HOLD_MS, patienceMs: PATIENCE_MS };
  return <InlineScript when="early" text={`(${beginEarly.toString()})(${toScriptJson(options)})`} />;
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
  return <InlineScript when="early" text={`(window.sleEarlyQueries ??= []).push(${toScriptJson(operation)})`} />;
}
