import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createBed } from '../harness/bed.mjs';
import { mapValues } from '../harness/numbers.mjs';
import { readPssBytes } from '../harness/process-tree.mjs';
import { subscribeAll, toFrameBytes } from '../harness/subscriber.mjs';

/** Connected before the counting begins: what the first ones make a process load is not theirs. */
const FIRST = 1_000;
const COUNTED = 10_000;
const SUBSCRIBERS_EACH = 10;
/** An address has some 28,000 ports, and half-closed ones are not free at once. */
const ADDRESSES = 10;
const ROOMS_AT_ONCE = 20;
const DEADLINE_MS = 60_000;
/** Peers keep 10,000 subscriptions too, but nothing is asked of them. */
const IDLING = ['ours', 'plain-ws', 'hive-rust', 'hive-js'];

/** Node raises its limit to the hard one by itself; gateways are started with the same. */
function checkOpenFiles() {
  const most = Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]);
  const needed = FIRST + COUNTED + 1_000;
  if (most < needed) throw new Error(`This needs ${needed} open files, and may have ${most}: raise the hard limit (ulimit -Hn).`);
}

/** Memory once garbage is gone and nothing moves any more; PSS counts what V8 has given back, heapUsed what is in use. */
async function readMemory({ pid, probe }) {
  let last = Infinity;
  for (let tries = 0; tries < 10; tries += 1) {
    const { heapUsed } = await probe('gc');
    await pause(1_000);
    const pss = readPssBytes(pid);
    if (Math.abs(pss - last) < 512 * 1024) return { pss, heapUsed };
    last = pss;
  }
  return { pss: last, heapUsed: (await probe('gc')).heapUsed };
}

/** Until an event has reached all of them: a subscription that is not live holds less. A few rooms at a time, as no load is measured here. */
async function untilLive(bed, clients) {
  const byRoom = [...Map.groupBy(clients, ({ room }) => room)];
  for (let start = 0; start < byRoom.length; start += ROOMS_AT_ONCE) {
    const some = byRoom.slice(start, start + ROOMS_AT_ONCE);
    const deadline = Date.now() + DEADLINE_MS;
    const findLate = () => some.filter(([, all]) => all.some(({ seen }) => seen === 0));
    for (let tries = 0, late = findLate(); late.length > 0; tries += 1, late = findLate()) {
      if (Date.now() > deadline) throw new Error(`The subscribers of ${late[0][0]} got nothing. ${clients.flatMap(({ faults }) => faults)[0] ?? ''}`);
      // What was emitted before a subscription was live is lost to it: emitted again, when there was time to arrive.
      if (tries % 100 === 0) await bed.subgraphs.ask('emit', late.map(([room]) => room));
      await pause(20);
    }
  }
}

async function measureOne(bed, name, index) {
  const toWanted = (from, count) => Array.from({ length: count }, (_, n) => ({ room: `idle-${index}-${Math.floor((from + n) / SUBSCRIBERS_EACH)}`, localAddress: `127.0.0.${2 + (n % ADDRESSES)}`, checks: false }));
  const gateway = await bed.start(name, { frameBytes: toFrameBytes(`idle-${index}-0000`) });
  const clients = [];
  const add = async (count) => {
    const added = await subscribeAll(gateway.socketUrl, toWanted(clients.length, count));
    clients.push(...added);
    await untilLive(bed, added);
  };
  try {
    await add(FIRST);
    const before = await readMemory(gateway);
    await add(COUNTED);
    const after = await readMemory(gateway);
    const faults = clients.flatMap((client) => client.faults);
    if (faults.length > 0) throw new Error(`${name}: ${faults.length} faults, such as ${faults[0]}`);
    return { pssKb: (after.pss - before.pss) / COUNTED / 1024, heapKb: (after.heapUsed - before.heapUsed) / COUNTED / 1024 };
  } finally {
    for (const client of clients) client.leave();
    await gateway.stop();
  }
}

/** Memory that each further subscription takes while nothing happens; one gateway after the other. */
export async function measureIdle({ gateways = IDLING, profileDir }) {
  checkOpenFiles();
  const bed = await createBed({ profileDir });
  try {
    const byName = {};
    for (const [index, name] of gateways.filter((one) => IDLING.includes(one)).entries()) byName[name] = await measureOne(bed, name, index);
    return {
      figures: [
        { name: 'memory per idle subscription (10,000, ten on each topic)', unit: 'KB', values: mapValues(byName, ({ pssKb }) => pssKb), goals: [{ most: 16 }, { beside: 'plain-ws', most: 2 }] },
        { name: 'of that, on the heap', unit: 'KB', values: mapValues(byName, ({ heapKb }) => heapKb), goals: [] },
      ],
      details: byName,
    };
  } finally {
    await bed.dispose();
  }
}
