'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { readFilters, writeFilters, type SearchFilters } from './filters';

/**
 * The filters of the page's address, and the way to change them. The address is replaced without asking the server for
 * the page again (Next follows the browser's history): what is written keeps its focus, and the graph is asked once.
 */
export function useFilters(): { filters: SearchFilters; change(part: Partial<SearchFilters>): void } {
  const query = useSearchParams().toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);
  return {
    filters,
    change(part) {
      // What the address says now: a change may come before the last one was drawn.
      const current = readFilters(new URLSearchParams(window.location.search));
      const next = writeFilters({ ...current, ...part });
      window.history.replaceState(null, '', next ? `?${next}` : window.location.pathname);
    },
  };
}
