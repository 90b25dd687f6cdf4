'use client';
import { useState } from 'react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';

/** Seeds are the page's: one that comes back with the page is older than what is known by then. */
const sown = new WeakSet<object>();

/** Before a query for a page that the server has asked for already: what it answered (`seed`) is known from the first render on. */
export function useSeed<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, seed: Data | null): void {
  const client = useApolloClient();
  useState(() => {
    if (!seed || sown.has(seed)) return;
    if (typeof window !== 'undefined') sown.add(seed);
    client.writeQuery({ query: document, variables, data: seed });
  });
}

type Ask = <Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: { variables: Variables },
) => useQuery.Result<Data, Variables, 'empty' | 'complete'>;

/** `useQuery` with a seed. */
export function useSeededQuery<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, seed: Data | null) {
  useSeed(document, variables, seed);
  // The overloads of useQuery can't be chosen from for variables that are not known here.
  return (useQuery as unknown as Ask)(document, { variables });
}
