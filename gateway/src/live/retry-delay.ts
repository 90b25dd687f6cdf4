const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/** How long to wait before the try after so many failed ones: the first comes at once, then 100 ms … 5 s, doubled and jittered. */
export function toRetryDelayMs(failedTries: number): number {
  if (failedTries === 0) return 0;
  const longestMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failedTries - 1));
  return longestMs * (0.5 + Math.random() / 2);
}
