import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { mayBePropagated } from '../graph/propagated-headers.js';
import { DEFAULT_OPERATION_LIMITS } from '../limits/operation/operation-limit-settings.js';
import { LIVE_LIMITS } from '../live/limits.js';

const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

const amount = z.number().positive();
const bucket = z.strictObject({ capacity: amount, restoredPerSecond: amount });
/** Of settings that are numbers, those that a file names. */
const amountsOf = <Name extends string>(defaults: Readonly<Record<Name, number>>) => z.partialRecord(z.enum(Object.keys(defaults) as [Name, ...Name[]]), amount);

const count = z.int().nonnegative();
const transport = {
  timeoutMs: amount.max(600_000).optional(),
  maxRetries: count.optional(),
  retryDelayMs: amount.optional(),
  maxConcurrentFetches: count.min(1).optional(),
  breaker: z.strictObject({ failureRatio: amount.max(1), windowMs: amount, minTries: count.min(1), openMs: amount }).partial().optional(),
};

const shape = z.strictObject({
  host: z.string().default('127.0.0.1'),
  introspection: z.boolean().default(true),
  allowedOrigins: z.array(url).optional(),
  /** See "Limits" in the README. */
  limits: z
    .strictObject({
      operation: amountsOf(DEFAULT_OPERATION_LIMITS).optional(),
      cost: z.strictObject({ maximum: amount.optional(), listSize: amount.optional() }).optional(),
      rate: z.strictObject({ perViewer: bucket.optional(), perAddress: bucket.optional() }).optional(),
      live: amountsOf(LIVE_LIMITS).optional(),
      bodyBytes: amount.optional(),
      bodyValues: amount.optional(),
    })
    .default({}),
  /** A manifest of the operations that may run; a relative path is one from where the command runs. */
  trustedDocuments: z.strictObject({ file: z.string() }).optional(),
  /** The level of the line that each operation writes; `false`: none. */
  operationLog: z.union([z.enum(['info', 'debug']), z.literal(false)]).default('info'),
  /** Headers of clients that subgraphs are to have. */
  propagateHeaders: z.array(z.string().refine(mayBePropagated, 'is not a header that can be propagated')).default([]),
  /** In place of the addresses that the supergraph names (those of one subgraph have the same path), and of the defaults of `TransportPolicy`. */
  subgraphs: z.record(z.string(), z.strictObject({ urls: z.array(url).min(1).optional(), ...transport })).default({}),
});

/** What a configuration file says, with what holds where it says nothing. */
export type GatewayConfig = z.infer<typeof shape>;

/** Says what is wrong with what the command was given; whoever runs it reads the message alone. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads a YAML file; undefined: no file. Throws UsageError, naming every setting that is unknown or bad. */
export async function readConfig(file: string | undefined): Promise<GatewayConfig> {
  const parsed = shape.safeParse((file === undefined ? null : await readYaml(file)) ?? {});
  if (parsed.success) return parsed.data;
  throw new UsageError(`${file}:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`).join('\n')}`);
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}
