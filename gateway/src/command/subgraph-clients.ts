import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import type { NamedSubgraph } from '../supergraph/subgraph-names.js';
import { UsageError, type GatewayConfig } from './config.js';

type Configured = Pick<GatewayConfig, 'subgraphs'>;

/** Throws UsageError where the configuration speaks of a subgraph that the supergraph has not. */
export function checkConfigured(named: readonly NamedSubgraph[], { subgraphs: configured }: Configured): void {
  const strangers = Object.keys(configured).filter((name) => !named.some((subgraph) => subgraph.name === name));
  if (strangers.length > 0) throw new UsageError(`The supergraph has no subgraph ${strangers.join(', ')}; it has ${named.map(({ name }) => name).join(', ')}.`);
}

/** The way to a subgraph that is not ours: at the addresses of the configuration, or of the supergraph itself. Throws UsageError. */
export function connectSubgraph({ name, url }: NamedSubgraph, { subgraphs: configured }: Configured): SubgraphClient {
  const addresses = configured[name]?.urls ?? [url];
  const urls = addresses.map((address) => toUrl(name, address));
  const [path, ...others] = new Set(urls.map(({ pathname, search }) => pathname + search));
  if (path === undefined || others.length > 0) throw new UsageError(`The addresses of subgraph ${name} have different paths: ${addresses.join(', ')}`);
  return createHttpClient({ urls: urls.map(({ origin }) => origin), path, viewerSecret: null });
}

function toUrl(name: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`The supergraph has no address for subgraph ${name}. Give one in a file for --config: subgraphs.${name}.urls`);
}
