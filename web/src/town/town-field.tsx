'use client';
import dynamic from 'next/dynamic';
import { Skeleton } from '@/ui/skeleton';
import type { TownFieldProps } from './town-combobox';

export type { Town } from './town';

/** The list that opens while typing is more code than the rest of a form: it comes when the field is shown. */
const TownCombobox = dynamic(() => import('./town-combobox').then(({ TownCombobox }) => TownCombobox), {
  ssr: false,
  loading: () => (
    <span className="flex flex-col gap-1.5">
      <Skeleton className="h-5.5 w-24" />
      <Skeleton className="h-13" />
    </span>
  ),
});

/** A field in which a town is typed and chosen from what the graph suggests. */
export const TownField = (props: TownFieldProps) => <TownCombobox {...props} />;
