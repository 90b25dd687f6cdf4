import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createBed } from '../harness/bed.mjs';
import { mapValues, median } from '../harness/numbers.mjs';
import { readCpuMs } from '../harness/process-tree.mjs';
import { subscribeAll, toFrameBytes } from '../harness/subscriber.mjs';

/** Who can serve subscriptions; @apollo/gateway has none. */
export const SUBSCRIBING = ['ours', 'plain-ws', 'by-hand', 'hive-js', 'hive-rust'];
const DEADLINE_MS = 60_000;
/** A gateway that does not keep pace ends its round with fewer events. */
const MAX_ROUND_MS = 15_000;

/** A gateway's own rooms: an event for one gateway must not be work for another. */
const toRooms = (index, count) => Array.from({ length: count }, (_, n) => `room-${index}-${String(n).padStart(4, '0')}`);

/** Emits until everyone has had an event, which alone says that a subscription is live; then until all have what there is. */
async function untilLive(bed, rooms, clients) {
  const deadline = Date.now() + DEADLINE_MS;
  const heads = new Map();
  const isLive = () => clients.every(({ room, last }) => last !== null && last === heads.get(room));
  while (!isLive()) {
    const late = clients.filter(({ room, last }) => last !== heads.get(room));
    if (Date.now() > deadline) throw new Error(`${late.length} of ${clients.length} subscribers lack events. ${clients.flatMap(({ faults }) => faults)[0] ?? ''}`);
    if (clients.some(({ seen }) => seen === 0)) for (const [n, head] of (await bed.subgraphs.ask('emit', rooms)).entries()) heads.set(rooms[n], head);
    await pause(1_000);
  }
  return heads;
}

/** Emits and waits until everyone has it, so that nobody's backlog is measured. */
function createDriver(bed, clients, heads) {
  const sizes = new Map(Map.groupBy(clients, ({ room }) => room).entries().map(([room, all]) => [room, all.length]));
  let waiting = null;
  return {
    onEvent({ room, last }) {
      if (waiting?.room === room && waiting.seq === last && (waiting.missing -= 1) === 0) waiting.resolve();
    },
    async emit(room) {
      const arrived = new Promise((resolve) => (waiting = { room, seq: heads.get(room) + 1, missing: sizes.get(room), resolve }));
      heads.set(room, waiting.seq);
      await bed.subgraphs.ask('emit', [room]);
      const fuse = AbortSignal.timeout(DEADLINE_MS);
      await Promise.race([arrived, once(fuse, 'abort').then(() => Promise.reject(new Error(`${waiting.missing} of ${sizes.get(room)} did not get event ${waiting.seq} of ${room}`)))]);
    },
  };
}

async function join(bed, name, index, { roomCount, subscribersEach, warmUpEvents }) {
  const rooms = toRooms(index, roomCount);
  const gateway = await bed.start(name, { frameBytes: toFrameBytes(rooms[0]) });
  let driver;
  const onEvent = (client) => driver?.onEvent(client);
  const wanted = rooms.flatMap((room) => Array.from({ length: subscribersEach }, () => ({ room, onEvent, checks: name !== 'plain-ws' })));
  const clients = await subscribeAll(gateway.socketUrl, wanted);
  driver = createDriver(bed, clients, await untilLive(bed, rooms, clients));
  const runner = { ...gateway, rooms, clients, driver, perDelivery: [] };
  await takeRound(runner, { events: warmUpEvents, intervalMs: 0 });
  return runner;
}

/** One event after the other, each in the next room, at a pace that leaves every gateway time. Gives CPU per delivery in µs. */
async function takeRound({ pid, rooms, clients, driver }, { events, intervalMs }) {
  const seen = clients.reduce((sum, client) => sum + client.seen, 0);
  const before = readCpuMs(pid);
  const deadline = performance.now() + MAX_ROUND_MS;
  for (let n = 0; n < events && performance.now() < deadline; n += 1) {
    const startedAt = performance.now();
    await driver.emit(rooms[n % rooms.length]);
    await pause(Math.max(0, intervalMs - (performance.now() - startedAt)));
  }
  const deliveries = clients.reduce((sum, client) => sum + client.seen, 0) - seen;
  return ((readCpuMs(pid) - before) * 1000) / deliveries;
}

async function measure({ gateways = SUBSCRIBING, rounds = 5, profileDir }, shape) {
  const bed = await createBed({ profileDir });
  try {
    const runners = [];
    for (const name of gateways.filter((one) => SUBSCRIBING.includes(one))) runners.push(await join(bed, name, runners.length, shape));
    for (let round = 0; round < rounds; round += 1) for (const runner of runners) runner.perDelivery.push(await takeRound(runner, shape));
    for (const { name, clients } of runners) {
      const faults = clients.flatMap((client) => client.faults);
      if (faults.length > 0) throw new Error(`${name}: ${faults.length} faults, such as ${faults[0]}`);
      for (const client of clients) client.leave();
    }
    const byName = Object.fromEntries(runners.map((runner) => [runner.name, runner]));
    return {
      figures: [{ name: shape.title, unit: 'µs', values: mapValues(byName, ({ perDelivery }) => median(perDelivery)), goals: shape.goals }],
      details: mapValues(byName, ({ perDelivery }) => ({ perDeliveryUs: perDelivery, frameBytes: toFrameBytes(byName[runners[0].name].rooms[0]) })),
    };
  } finally {
    await bed.dispose();
  }
}

const ONE_ROOM = { title: 'CPU per delivered event, 500 subscribers of one topic', roomCount: 1, subscribersEach: 500, warmUpEvents: 40, events: 50, intervalMs: 100, goals: [{ beside: 'plain-ws', most: 2 }, { beside: 'hive-rust', most: 1 / 4 }] };
const MANY_ROOMS = { title: 'CPU per delivered event, 2 subscribers on each of 250 topics', roomCount: 250, subscribersEach: 2, warmUpEvents: 1_000, events: 1_000, intervalMs: 4, goals: [{ beside: 'plain-ws', most: 2.5 }] };

/** CPU that a gateway takes to bring one event to one of 500 clients who ask for the same. */
export const measureEvents = (settings) => measure(settings, ONE_ROOM);

/** The same where each event has two clients. */
export const measureTopics = (settings) => measure(settings, MANY_ROOMS);
