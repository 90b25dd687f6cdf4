'use client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { CategoriesDocument, type CategoriesQuery, type CategoryPartsFragment } from './categories.generated';

export interface Categories {
  /** All, a parent before its children; empty until they are known. */
  all: readonly CategoryPartsFragment[];
  /** Those at the top. */
  tops: readonly CategoryPartsFragment[];
  childrenOf(id: string): readonly CategoryPartsFragment[];
  find(slug: string): CategoryPartsFragment | undefined;
  error: unknown;
  retry(): void;
}

const NONE: readonly CategoryPartsFragment[] = [];

/** The categories of things, in the language of the page; `seed` is what the page came with. */
export function useCategories(seed: CategoriesQuery | null = null): Categories {
  const { data, error, refetch } = useQuery(CategoriesDocument, { skip: seed !== null });
  const all = (seed ?? data)?.categories ?? NONE;
  return useMemo(
    () => ({
      all,
      tops: all.filter(({ parent }) => !parent),
      childrenOf: (id: string) => all.filter(({ parent }) => parent?.id === id),
      find: (slug: string) => all.find((category) => category.slug === slug),
      error,
      retry: () => void refetch(),
    }),
    [all, error, refetch],
  );
}
