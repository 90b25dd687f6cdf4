import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { countQueries } from '@secondlife/platform/testing/count-queries';
import { openWorld, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const READ = 'unreadMessages readMarks { reader { id } seq }';
interface State {
  unreadMessages: number | null;
  readMarks: { reader: { id: string }; seq: number }[] | null;
}
const stateOf = async (exchangeId: string, asker: Asker): Promise<State> => (await world.readExchanges<State>([exchangeId], READ, asker))[0]!;
const marksOf = async (exchangeId: string, userId: string) => new Map((await stateOf(exchangeId, { userId })).readMarks!.map(({ reader, seq }) => [reader.id, seq]));
const unreadIn = async (exchangeId: string, userId: string) => (await stateOf(exchangeId, { userId })).unreadMessages;

const TOTAL = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { unreadMessages } } }`;
const totalOf = async (userId: string, asker: Asker = { userId }) =>
  (await read<{ unreadMessages: number | null }[]>(world.chat, TOTAL, { id: userId }, asker))[0]!.unreadMessages;

describe('unreadMessages', () => {
  it('counts the messages of others after the mark, which never goes back', async () => {
    const { nour, karim, exchangeId } = world.meet();
    for (const author of [nour, nour, nour]) await world.send(exchangeId, author);
    expect([await unreadIn(exchangeId, karim), await unreadIn(exchangeId, nour)]).toEqual([3, 0]);
    expect(await world.markRead(exchangeId, 2, karim)).toBe(true);
    expect(await world.markRead(exchangeId, 1, karim)).toBe(true);
    expect(await unreadIn(exchangeId, karim)).toBe(1);
    await world.markRead(exchangeId, 1_000_000, karim);
    await world.send(exchangeId, nour);
    expect(await unreadIn(exchangeId, karim)).toBe(1);
  });

  it('is not what has come in meanwhile, when one writes oneself', async () => {
    const { nour, karim, exchangeId } = world.meet();
    await world.send(exchangeId, nour);
    await world.send(exchangeId, karim);
    expect([await unreadIn(exchangeId, karim), await unreadIn(exchangeId, nour)]).toEqual([1, 1]);
  });

  it('is, for a viewer, the sum of all their exchanges', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const other = world.meet(nour);
    for (const author of [karim, karim]) await world.send(exchangeId, author);
    await world.send(other.exchangeId, other.karim);
    expect([await totalOf(nour), await totalOf(karim)]).toEqual([3, 0]);
    await world.markRead(exchangeId, 2, nour);
    expect(await totalOf(nour)).toBe(1);
    expect(await totalOf(nour, { userId: karim })).toBeNull();
  });
});

describe('Exchange.readMarks', () => {
  it('say to each how far the other has read; who has read nothing has none', async () => {
    const { nour, karim, exchangeId } = world.meet();
    expect(await stateOf(exchangeId, { userId: nour })).toEqual({ unreadMessages: 0, readMarks: [] });
    await world.markRead(exchangeId, 5, karim);
    expect(await marksOf(exchangeId, nour)).toEqual(new Map());
    for (const author of [nour, nour, karim]) await world.send(exchangeId, author);
    await world.markRead(exchangeId, 2, karim);
    expect(await marksOf(exchangeId, nour)).toEqual(new Map([[karim, 2]]));
    await world.markRead(exchangeId, 1_000_000, nour);
    expect(await marksOf(exchangeId, karim)).toEqual(new Map([[karim, 2], [nour, 3]]));
  });

  it('are null for a stranger and for nobody, as is the count; a stranger’s mark is none', async () => {
    const { nour, exchangeId } = world.meet();
    await world.send(exchangeId, nour);
    const stranger = someone();
    expect(await world.markRead(exchangeId, 1, stranger)).toBe(false);
    for (const asker of [{ userId: stranger }, {}]) expect(await stateOf(exchangeId, asker)).toEqual({ unreadMessages: null, readMarks: null });
    expect(await marksOf(exchangeId, nour)).toEqual(new Map());
  });

  it('are read after the mark and the message that are set in the same operation', async () => {
    const { nour, karim, exchangeId } = world.meet();
    await world.send(exchangeId, nour);
    const send = (clientId: string) => `sendMessage(input: { exchangeId: "${exchangeId}", body: "x", clientId: "${clientId}" }) { ... on Message { exchange { ${READ} } } }`;
    const { data } = await ask(world.chat, `mutation { before: ${send('a')} markMessagesRead(exchangeId: "${exchangeId}", seq: 1) after: ${send('b')} }`, {}, { userId: karim });
    expect(data).toEqual({
      before: { exchange: { unreadMessages: 1, readMarks: [] } },
      markMessagesRead: true,
      after: { exchange: { unreadMessages: 0, readMarks: [{ reader: { id: karim }, seq: 1 }] } },
    });
  });

  it('are read with one query for a list of 24 exchanges, and so are the counts', async () => {
    const nour = someone();
    const ids: string[] = [];
    for (let index = 0; index < 24; index += 1) {
      const { karim, exchangeId } = world.meet(nour);
      for (let sent = 0; sent <= index % 3; sent += 1) await world.send(exchangeId, karim);
      await world.markRead(exchangeId, 1, nour);
      ids.push(exchangeId);
    }
    let states: State[] = [];
    const queries = await countQueries(async () => {
      states = await world.readExchanges<State>(ids, READ, { userId: nour });
    });
    expect(states).toEqual(ids.map((_, index) => ({ unreadMessages: index % 3, readMarks: [{ reader: { id: nour }, seq: 1 }] })));
    // The conversations, their marks, their counts.
    expect(queries).toBe(3);
  });
});
