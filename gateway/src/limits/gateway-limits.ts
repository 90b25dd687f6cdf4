import type { Logger } from '@secondlife/platform/log';
import { LIVE_LIMITS, NO_LIVE_LIMITS, type LiveLimits } from '../live/limits.js';
import { createCostLimiter, type CostLimiter } from './rate/cost-limiter.js';
import type { BucketSize } from './rate/leaky-bucket.js';
import { createOperationLimits, type OperationLimitsCheck } from './operation/operation-limits.js';
import type { OperationLimits } from './operation/operation-limit-settings.js';

/** What strangers may ask of a gateway; what is left out has its default. */
export interface LimitSettings {
  /** What one operation may be. */
  operation?: Partial<OperationLimits> | undefined;
  /** What one operation may cost, and how many entries a list has of which nothing is declared. */
  cost?: { maximum?: number | undefined; listSize?: number | undefined } | undefined;
  /** The cost that one person, and one address, may spend in time. */
  rate?: { perViewer?: BucketSize | undefined; perAddress?: BucketSize | undefined } | undefined;
  /** How much of what lasts one client may have. */
  live?: Partial<LiveLimits> | undefined;
  /** The largest body of a request. Default 2 MiB. */
  bodyBytes?: number | undefined;
  /** Values in the lists and objects of a JSON body: what the time of reading it grows by. Default 20,000. */
  bodyValues?: number | undefined;
}

/** The limits of a gateway, or that there are none: for measurements and trusted networks. */
export interface GatewayLimits {
  /** Null: an operation may be anything, and its cost is not looked at. */
  operation: OperationLimitsCheck | null;
  cost: { maxCost?: number; defaultListSize?: number } | null;
  costLimiter: CostLimiter | null;
  live: LiveLimits;
  bodyBytes: number;
  /** Null: any number. */
  bodyValues: number | null;
  dispose(): void;
}

export interface GatewayLimitsOptions {
  settings: LimitSettings | 'off';
  /** Where all processes count together what is spent; without it each counts for itself. */
  redisUrl?: string | undefined;
  log: Logger;
}

const BODY_BYTES = 2 * 1024 * 1024;
const BODY_VALUES = 20_000;
const BODY_BYTES_OF_THE_TRUSTED = 16 * 1024 * 1024;

/** Makes the limits of one gateway; they outlive its supergraphs. */
export function createGatewayLimits({ settings, redisUrl, log }: GatewayLimitsOptions): GatewayLimits {
  if (settings === 'off') {
    return { operation: null, cost: null, costLimiter: null, live: NO_LIVE_LIMITS, bodyBytes: BODY_BYTES_OF_THE_TRUSTED, bodyValues: null, dispose: () => undefined };
  }
  const { operation = {}, cost = {}, rate = {}, live = {}, bodyBytes = BODY_BYTES, bodyValues = BODY_VALUES } = settings;
  const costLimiter = createCostLimiter({
    ...(redisUrl && { redis: { url: redisUrl, log } }),
    ...(rate.perViewer && { perViewer: rate.perViewer }),
    ...(rate.perAddress && { perAddress: rate.perAddress }),
  });
  return {
    operation: createOperationLimits({ limits: operation }),
    cost: { ...(cost.maximum !== undefined && { maxCost: cost.maximum }), ...(cost.listSize !== undefined && { defaultListSize: cost.listSize }) },
    costLimiter,
    live: { ...LIVE_LIMITS, ...live },
    bodyBytes,
    bodyValues,
    dispose: costLimiter.dispose,
  };
}
