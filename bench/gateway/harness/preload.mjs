// Loaded into every measured process before its own code, and into none of its children: says over IPC what can't be seen from outside.
import { closeSync, openSync, readSync } from 'node:fs';

if (process.send && process.env.BENCH_PARENT === String(process.ppid)) {
  let turns = null;
  const COMMANDS = {
    gc() {
      for (let times = 0; times < 4; times += 1) globalThis.gc();
      return process.memoryUsage();
    },
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
 * The longest turn of the event loop, in ms of the clock, without the time in which the thread was ready but other processes
 * of a busy machine had the core. The loop is kept turning meanwhile. (`process.threadCpuUsage()` would be the
 * direct way, but Linux keeps it up to date only from tick to tick.)
 */
function watchTurns() {
  const file = openSync('/proc/self/schedstat');
  const buffer = Buffer.alloc(128);
  // "time on a core, time waiting for one, time slices", the first two in ns: of the main thread alone.
  const readWaitedMs = () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 128, 0)).split(' ')[1]) / 1e6;
  const readWorkedMs = () => {
    for (;;) {
      const [before, waited, after] = [performance.now(), readWaitedMs(), performance.now()];
      // Else the thread lost its core between the two, and the one would not belong to the other.
      if (after - before < 0.1) return after - waited;
    }
  };
  let longest = 0;
  let last = readWorkedMs();
  let isOver = false;
  const turn = () => {
    const current = readWorkedMs();
    longest = Math.max(longest, current - last);
    last = current;
    if (isOver) closeSync(file);
    else setImmediate(turn);
  };
  setImmediate(turn);
  return {
    read() {
      const read = longest;
      longest = 0;
      return read;
    },
    stop: () => (isOver = true),
  };
}
