import { toRetryDelayMs } from './retry-delay.js';

it('tries at once, then after 100 ms … 5 s, doubled, and never all at the same time', () => {
  expect(toRetryDelayMs(0)).toBe(0);
  for (const [failedTries, longestMs] of [[1, 100], [2, 200], [4, 800], [7, 5_000], [1_000, 5_000]] as const) {
    const delays = Array.from({ length: 50 }, () => toRetryDelayMs(failedTries));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(longestMs / 2);
    expect(Math.max(...delays)).toBeLessThanOrEqual(longestMs);
    expect(new Set(delays).size).toBeGreaterThan(10);
  }
});
