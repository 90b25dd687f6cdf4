import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { compose } from '../graph/compose.mjs';
import { WINDOWS } from '../graph/data.mjs';
import { toExchangesRequest } from '../graph/operations.mjs';
import { SUBGRAPHS, toHarmlessChange } from '../graph/subgraphs.mjs';
import { checkAnswer, createAsker } from '../harness/ask.mjs';
import { createBed } from '../harness/bed.mjs';
import { median, percentile } from '../harness/numbers.mjs';
import { readPssBytes } from '../harness/process-tree.mjs';
import { subscribeAll } from '../harness/subscriber.mjs';

const ROOMS = Array.from({ length: 20 }, (_, n) => `reload-${n}`);
const SUBSCRIBERS_EACH = 5;
const EMIT_EVERY_MS = 50;
const LINES = 4;
const ASK_EVERY_MS = 25;
const MIB = 1024 * 1024;
/** By then a supergraph that was taken is served, and an event that is on its way has come. */
const PATIENCE_MS = 20_000;

/** Queries at a steady pace, each answer looked into. */
function startQueries(bed, url) {
  const asker = createAsker(url, LINES);
  const counts = { asked: 0, failed: 0, failures: [] };
  const expected = [];
  let tookMs = [];
  let isOver = false;
  const askOnce = async (n) => {
    const request = toExchangesRequest(n);
    const startedAt = performance.now();
    try {
      const text = await asker.ask(request);
      tookMs.push(performance.now() - startedAt);
      checkAnswer('ours', text, (expected[n % WINDOWS] ??= await bed.answerTo(request)));
    } catch (error) {
      counts.failed += 1;
      if (counts.failures.length < 5) counts.failures.push(error.message.slice(0, 500));
    }
  };
  const lines = Array.from({ length: LINES }, async () => {
    while (!isOver) {
      await askOnce((counts.asked += 1));
      await pause(ASK_EVERY_MS);
    }
  });
  return {
    counts,
    takeTimes() {
      const taken = tookMs;
      tookMs = [];
      return taken;
    },
    async stop() {
      isOver = true;
      await Promise.all(lines);
      await asker.dispose();
    },
  };
}

/** Events for room after room, until it is stopped. */
function startEvents(bed) {
  const heads = new Map();
  let isOver = false;
  const line = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const room = ROOMS[n % ROOMS.length];
      heads.set(room, (await bed.subgraphs.ask('emit', [room]))[0]);
      await pause(EMIT_EVERY_MS);
    }
  })();
  return {
    heads,
    async stop() {
      isOver = true;
      await line;
    },
  };
}

async function servesWeight(asker) {
  const { data } = JSON.parse(await asker.ask({ query: '{ __type(name: "Item") { fields { name } } }' }));
  return data.__type.fields.some(({ name }) => name === 'weightGrams');
}

/** How long until clients see the new schema; null: not in time. */
async function untilTaken(asker, hasWeight) {
  const startedAt = performance.now();
  while ((await servesWeight(asker)) !== hasWeight) {
    if (performance.now() - startedAt > PATIENCE_MS) return null;
    await pause(100);
  }
  return performance.now() - startedAt;
}

/** Replaces the file, as deployments do. */
async function replace(file, supergraphSdl) {
  await writeFile(`${file}.next`, supergraphSdl);
  await rename(`${file}.next`, file);
}

/** The heap once garbage is gone. Collecting it all at once holds the gateway up: what queries take meanwhile is not told. */
async function readHeapMib({ probe }, queries) {
  const { heapUsed } = await probe('gc');
  await pause(500);
  queries.takeTimes();
  return heapUsed / MIB;
}

/** One supergraph after the other while queries and subscriptions go on: what fails, ends, is lost or comes twice, and what stays in memory. */
export async function measureReload({ minutes = 60, every = 60, profileDir }) {
  const bed = await createBed({ profileDir });
  try {
    const changedSdl = compose(bed.urls, toHarmlessChange(SUBGRAPHS));
    const gateway = await bed.start('ours');
    const control = createAsker(gateway.url, 1);
    // Half of them say from where on, and half want what comes.
    const clients = await subscribeAll(gateway.socketUrl, ROOMS.flatMap((room) => Array.from({ length: SUBSCRIBERS_EACH }, (_, n) => ({ room, ...(n % 2 === 0 && { after: 0 }) }))));
    const events = startEvents(bed);
    const queries = startQueries(bed, gateway.url);
    const cycles = [];
    const endsAt = Date.now() + minutes * 60_000;
    for (let hasWeight = true; Date.now() < endsAt; hasWeight = !hasWeight) {
      const startedAt = Date.now();
      await replace(bed.supergraph, hasWeight ? changedSdl : bed.supergraphSdl);
      const takenMs = await untilTaken(control, hasWeight);
      await pause(Math.max(0, every * 1000 - (Date.now() - startedAt)));
      const times = queries.takeTimes();
      cycles.push({ takenMs, heapMib: await readHeapMib(gateway, queries), pssMib: readPssBytes(gateway.pid) / MIB, medianMs: median(times), slowestMs: Math.max(...times) });
      console.error(`cycle ${cycles.length}: ${JSON.stringify(cycles.at(-1))}`);
    }
    await queries.stop();
    await events.stop();
    const deadline = Date.now() + PATIENCE_MS;
    while (clients.some(({ room, last }) => last !== events.heads.get(room)) && Date.now() < deadline) await pause(100);
    for (const client of clients) client.counts.lost += events.heads.get(client.room) - (client.last ?? 0);
    await control.dispose();
    for (const client of clients) client.leave();

    const sum = (kind) => clients.reduce((total, { counts }) => total + counts[kind], 0);
    const untaken = cycles.filter(({ takenMs }) => takenMs === null).length;
    const quarter = Math.max(1, Math.floor(cycles.length / 4));
    const heapOf = (some) => median(some.map(({ heapMib }) => heapMib));
    const none = (name, value) => ({ name, unit: '', values: { ours: value }, goals: [{ most: 0 }] });
    const told = (name, unit, value) => ({ name, unit, values: { ours: value }, goals: [] });
    return {
      figures: [
        told('reloads', '', cycles.length),
        none('reloads that were not taken', untaken),
        told('queries', '', queries.counts.asked),
        none('failed queries', queries.counts.failed),
        told('delivered events', '', clients.reduce((total, { seen }) => total + seen, 0)),
        none('ended subscriptions', clients.filter(({ counts }) => counts.ended > 0).length),
        none('lost events', sum('lost')),
        none('repeated events', sum('repeated')),
        none('wrong events', sum('wrong')),
        // The first cycle still compiles and fills caches.
        { name: 'heap after garbage collection, last quarter of the cycles by the first', unit: '', values: { ours: heapOf(cycles.slice(-quarter)) / heapOf(cycles.slice(1, 1 + quarter)) }, goals: [{ most: 1.1 }] },
        told('a new supergraph is served after, median', 'ms', untaken === cycles.length ? null : median(cycles.flatMap(({ takenMs }) => takenMs ?? []))),
        told('query, median', 'ms', median(cycles.map(({ medianMs }) => medianMs))),
        told('slowest query of a cycle, 95th percentile', 'ms', percentile(cycles.map(({ slowestMs }) => slowestMs), 0.95)),
      ],
      details: { cycles, failures: queries.counts.failures, faults: clients.flatMap(({ faults }) => faults).slice(0, 10) },
    };
  } finally {
    await bed.dispose();
  }
}
