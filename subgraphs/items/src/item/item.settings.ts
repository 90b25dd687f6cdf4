import type { Limiter, LimitRule } from '@secondlife/platform/limiter';

export interface ItemLimits {
  itemsPerPerson: LimitRule;
  photosPerPerson: LimitRule;
}

export const DEFAULT_LIMITS: ItemLimits = {
  itemsPerPerson: { times: 60, seconds: 60 * 60 },
  photosPerPerson: { times: 120, seconds: 60 * 60 },
};

export type ItemLimiters = { [Name in keyof ItemLimits]: Limiter };
