import { GATEWAY_NAMES } from '../gateways/gateways.mjs';
import { WINDOWS } from '../graph/data.mjs';
import { toExchangesRequest } from '../graph/operations.mjs';
import { checkAnswer, createAsker } from '../harness/ask.mjs';
import { createBed } from '../harness/bed.mjs';
import { mapValues, median } from '../harness/numbers.mjs';
import { readCpuMs } from '../harness/process-tree.mjs';

const CONNECTIONS = 8;
const WARM_UP_REQUESTS = 1_500;
const REQUESTS = Array.from({ length: WINDOWS }, (_, n) => toExchangesRequest(n));
const BODIES = REQUESTS.map((request) => JSON.stringify(request));

/** Each of the different requests once, in full; gives how long the answers are. */
async function checkAll(bed, { name }, asker) {
  let bytes = 0;
  for (const [n, request] of REQUESTS.entries()) {
    const text = await asker.ask(BODIES[n]);
    checkAnswer(name, text, await bed.answerTo(request));
    bytes += Buffer.byteLength(text);
  }
  return Math.round(bytes / REQUESTS.length);
}

/** Asks until `isOver`; what comes is read to its end, and must be as long as the right answer was. */
async function askUntil(asker, lengths, isOver) {
  let count = 0;
  const line = async () => {
    while (!isOver(count)) {
      const n = (count += 1) % WINDOWS;
      const { length } = await asker.ask(BODIES[n]);
      if (Math.abs(length - (lengths[n] ??= length)) > 64) throw new Error(`The answer to request ${n} changed from ${lengths[n]} to ${length} characters`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  return count;
}

/** CPU that a gateway takes for one query of ten exchanges; the gateways take turns. */
export async function measureQuery({ gateways = [...GATEWAY_NAMES, 'by-hand'], rounds = 7, seconds = 3, profileDir }) {
  const bed = await createBed({ profileDir });
  try {
    const runners = [];
    for (const name of gateways) {
      const gateway = await bed.start(name);
      const asker = createAsker(gateway.url, CONNECTIONS);
      const lengths = [];
      const answerBytes = await checkAll(bed, gateway, asker);
      await askUntil(asker, lengths, (count) => count >= WARM_UP_REQUESTS);
      runners.push({ ...gateway, asker, lengths, answerBytes, cpuMs: [], perSecond: [] });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const runner of runners) {
        const [startedAt, before] = [performance.now(), readCpuMs(runner.pid)];
        const count = await askUntil(runner.asker, runner.lengths, () => performance.now() - startedAt > seconds * 1000);
        runner.cpuMs.push((readCpuMs(runner.pid) - before) / count);
        runner.perSecond.push((count * 1000) / (performance.now() - startedAt));
      }
    }
    for (const { asker } of runners) await asker.dispose();
    const byName = Object.fromEntries(runners.map((runner) => [runner.name, runner]));
    return {
      figures: [
        { name: 'CPU per query', unit: 'ms', values: mapValues(byName, ({ cpuMs }) => median(cpuMs)), goals: [{ beside: 'stock', most: 1 / 8 }, { beside: 'hive-rust', most: 1 / 2 }] },
        { name: 'queries per second, 8 at a time', unit: '1/s', values: mapValues(byName, ({ perSecond }) => median(perSecond)), goals: [] },
      ],
      details: mapValues(byName, ({ cpuMs, answerBytes }) => ({ cpuMs, answerBytes })),
    };
  } finally {
    await bed.dispose();
  }
}
