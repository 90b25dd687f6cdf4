import { composeRig, PEOPLE_SDL, startLiveRig, type LiveRig } from './testing/live-rig.js';

let rig: LiveRig;
afterEach(() => rig.dispose());

const POSTED = 'subscription ($after: Int) { posted(room: "r", after: $after) { seq body } }';
const WHISPERED = 'subscription { whispered(room: "r") { body } }';
/** More than the system takes on between two sockets of one machine. */
const COUNT = 400;
const BODY = 'x'.repeat(30_000);
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const appendAll = async () => {
  for (let count = 0; count < COUNT; count += 1) {
    rig.feed.append('r', BODY);
    if (count % 20 === 19) await new Promise(setImmediate);
  }
};

/** Two who subscribe to the same, of whom one stops to read and the other has it all. */
async function outrun(options: Parameters<typeof startLiveRig>[0] = {}) {
  rig = await startLiveRig(options);
  const [slow, quick] = [await rig.connect(), await rig.connect()];
  for (const client of [slow, quick]) client.subscribe('a', POSTED, { after: 0 });
  await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2);
  slow.socket.pause();
  await appendAll();
  await quick.untilValues('a', COUNT);
  return { slow, quick };
}

describe('a client that does not read', () => {
  it('leaves a subscription with a number, and gets the rest, each once, when it reads again; others wait for nothing', async () => {
    const { slow, quick } = await outrun();
    expect(rig.gateway.getLiveCounts()).toMatchObject({ subscriptions: 2, waiting: 1 });
    slow.socket.resume();
    await slow.untilValues('a', COUNT);
    for (const client of [slow, quick]) expect(client.valuesOf('a').map(({ seq }) => seq as number)).toEqual(oneTo(COUNT));
    rig.feed.append('r');
    await slow.untilValues('a', COUNT + 1);
    await quick.untilValues('a', COUNT + 1);
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 2, lanes: 1, waiting: 0 });
  });

  it('is told that events were lost where a subscription has no number', async () => {
    rig = await startLiveRig();
    const [slow, quick] = [await rig.connect(), await rig.connect()];
    for (const client of [slow, quick]) client.subscribe('a', WHISPERED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2 && rig.feed.countOpen() === 1);
    slow.socket.pause();
    await appendAll();
    await quick.untilValues('a', COUNT);
    expect(rig.gateway.getLiveCounts().subscriptions).toBe(1);
    slow.socket.resume();
    expect(await slow.untilComplete('a')).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }] });
    expect(slow.valuesOf('a').length).toBeLessThan(COUNT);
    slow.subscribe('b', '{ __typename }');
    expect(await slow.untilComplete('b')).toEqual({ data: { __typename: 'Query' } });
  });

  it('has room for one frame at a time while the budget of all is used up', async () => {
    const { slow, quick } = await outrun({ limits: { live: { unsentBytes: 0 } } });
    slow.socket.resume();
    await slow.untilValues('a', COUNT);
    for (const client of [slow, quick]) expect(client.valuesOf('a').map(({ seq }) => seq as number)).toEqual(oneTo(COUNT));
  });

  it('goes on by the new supergraph where one came while it waited', async () => {
    rig = await startLiveRig();
    const [slow, other] = [await rig.connect(), await rig.connect()];
    slow.subscribe('a', 'subscription { posted(room: "r", after: 0) { seq author body } }');
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    slow.socket.pause();
    await appendAll();
    await rig.until(() => rig.gateway.getLiveCounts().waiting === 1);
    rig.update(composeRig({ people: `${PEOPLE_SDL.replace('type Post @key(fields: "id") { id: ID!', 'type Post @key(fields: "code") { code: ID!')} type Mark { id: ID! }` }));
    for (let count = 0; ; count += 1) {
      other.subscribe(String(count), '{ __type(name: "Mark") { name } }');
      if ((await other.untilComplete(String(count))).data.__type) break;
    }
    slow.socket.resume();
    await slow.untilValues('a', COUNT);
    expect(slow.valuesOf('a').map(({ seq }) => seq as number)).toEqual(oneTo(COUNT));
    expect(slow.valuesOf('a').at(-1)).toMatchObject({ author: `author of r-${COUNT}` });
  });

  it('that goes away while it waits leaves nothing behind', async () => {
    rig = await startLiveRig();
    const slow = await rig.connect();
    slow.subscribe('a', POSTED, { after: 0 });
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    slow.socket.pause();
    await appendAll();
    await rig.until(() => rig.gateway.getLiveCounts().waiting === 1);
    slow.socket.terminate();
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
    await rig.feed.until(() => rig.feed.countOpen() === 0);
  });

  it('holds up no stop: the others are told, and all is over within five seconds', async () => {
    const { quick } = await outrun();
    expect(rig.gateway.getLiveCounts().waiting).toBe(1);
    const stoppedMs = performance.now();
    await rig.gateway.app.close();
    expect(performance.now() - stoppedMs).toBeLessThan(5_000);
    expect((await quick.closed).code).toBe(1001);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 0, lanes: 0, waiting: 0 });
  });
});
