// Loaded into every measured process before its own code, and into none of its children: says over IPC what can't be seen from outside.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 1;

if (process.send && process.env.BENCH_PARENT === String(process.ppid)) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let turns = null;
  const COMMANDS = {
    gc() {
      for (let times = 0; times < 4; times += 1) globalThis.gc();
      return process.memoryUsage();
    },
    watchDelays: () => void (delays.reset(), delays.enable()),
    readDelays: () => ({ maxMs: Math.max(0, delays.max / 1e6 - RESOLUTION_MS), meanMs: delays.mean / 1e6 }),
    watchTurns: () => void (turns ??= watchTurns()),
    readTurns: () => turns.read(),
    stopTurns: () => void (turns.stop(), (turns = null)),
  };
  process.on('message', ({ id, benchCommand }) => {
    if (benchCommand) process.send({ id, result: COMMANDS[benchCommand]() ?? null });
  });
  process.channel.unref();
  process.on('disconnect', () => process.exit());
}

/**
 * The longest turn of the event loop in the main thread's own processor time: by the clock it would hold, too, what
 * other processes of a busy machine took from it. The loop is kept turning meanwhile.
 */
function watchTurns() {
  const now = () => {
    const { user, system } = process.threadCpuUsage();
    return user + system;
  };
  let longest = 0;
  let last = now();
  let isOver = false;
  const turn = () => {
    const current = now();
    longest = Math.max(longest, current - last);
    last = current;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    read() {
      const read = longest / 1000;
      longest = 0;
      return read;
    },
    stop: () => (isOver = true),
  };
}
