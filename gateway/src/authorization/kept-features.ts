import type { SupergraphManager } from '@apollo/gateway';
import { Kind, parse } from 'graphql';

/** The links of a supergraph that ask something of viewers; most have none. */
const LINKS = /specs\.apollo\.dev\/(authenticated|requiresScopes)\/v0\.1"/;

/** Whether a supergraph links a feature that asks something of viewers. */
export const asksOfViewers = (supergraphSdl: string): boolean => LINKS.test(supergraphSdl);

/**
 * @apollo/gateway refuses a supergraph with a feature for security that it does not keep itself. These two we keep, so it is not told what
 * they are for; of any other it is, and refuses it.
 */
export function withKeptFeatures({ initialize }: SupergraphManager): SupergraphManager {
  return {
    async initialize({ update, ...options }) {
      const { supergraphSdl, ...rest } = await initialize({ ...options, update: (changed) => update(withoutPurpose(changed)) });
      return { ...rest, supergraphSdl: withoutPurpose(supergraphSdl) };
    },
  };
}

/** Leaves the rest of the text as it is. */
function withoutPurpose(supergraphSdl: string): string {
  if (!asksOfViewers(supergraphSdl)) return supergraphSdl;
  const purposes = parse(supergraphSdl)
    .definitions.flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : []))
    .filter(({ arguments: given = [] }) => given.some(({ name, value }) => name.value === 'url' && value.kind === Kind.STRING && LINKS.test(`${value.value}"`)))
    .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === 'for'));
  return purposes.reduceRight((text, { loc }) => text.slice(0, loc!.start) + text.slice(loc!.end), supergraphSdl);
}
