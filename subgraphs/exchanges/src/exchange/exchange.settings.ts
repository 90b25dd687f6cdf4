import type { LimitRule } from '@secondlife/platform/limiter';

export interface ExchangeLimits {
  proposalsPerPerson: LimitRule;
}

export const DEFAULT_LIMITS: ExchangeLimits = {
  proposalsPerPerson: { times: 60, seconds: 60 * 60 },
};
