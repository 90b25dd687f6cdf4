import type { WaitingMessage } from './database';
import { drainOutbox, type SendOutcome } from './outbox-drain';

/** An outbox in memory that settles as the real one does. */
function createBox(...exchangeIds: string[]) {
  let waiting: WaitingMessage[] = exchangeIds.map((exchangeId, index) => ({
    id: index + 1,
    clientId: `c${index + 1}`,
    exchangeId,
    viewerId: 'me',
    body: `${index + 1}`,
    writtenAtMs: index,
    refusal: null,
  }));
  const tried: number[] = [];
  const drain = (answer: (message: WaitingMessage) => SendOutcome) =>
    drainOutbox({
      read: async () => waiting,
      async send(message) {
        tried.push(message.id!);
        const outcome = answer(message);
        if (outcome.kind === 'sent') waiting = waiting.filter(({ id }) => id !== message.id);
        if (outcome.kind === 'refused') waiting = waiting.map((each) => (each.id === message.id ? { ...each, refusal: 'No' } : each));
        return outcome;
      },
    });
  return { drain, tried, left: () => waiting.map(({ id }) => id) };
}

describe('the outbox', () => {
  test('sends each message once, in the order in which they were written', async () => {
    const box = createBox('a', 'b', 'a');
    expect(await box.drain(() => ({ kind: 'sent' }))).toEqual({ isDone: true });
    expect(box.tried).toEqual([1, 2, 3]);
    expect(box.left()).toEqual([]);
  });

  test('goes on after what was refused, which stays for its author to see', async () => {
    const box = createBox('a', 'a', 'a');
    expect(await box.drain(({ id }) => ({ kind: id === 2 ? 'refused' : 'sent' }))).toEqual({ isDone: true });
    expect(box.left()).toEqual([2]);
  });

  test('never sends a message before an earlier one of its conversation that is stuck', async () => {
    const box = createBox('a', 'a', 'b');
    expect(await box.drain(({ exchangeId }) => ({ kind: exchangeId === 'a' ? 'stuck' : 'sent' }))).toEqual({ isDone: false });
    expect(box.tried).toEqual([1, 3]);
    expect(box.left()).toEqual([1, 2]);
  });

  test('stops where nothing can be sent, and says for how long', async () => {
    const box = createBox('a', 'b');
    expect(await box.drain(() => ({ kind: 'later', waitMs: 7_000 }))).toEqual({ isDone: false, waitMs: 7_000 });
    expect(box.tried).toEqual([1]);
  });

  test('sends what is written while it sends', async () => {
    const waiting: WaitingMessage[] = [{ id: 1, clientId: 'c1', exchangeId: 'a', viewerId: 'me', body: '1', writtenAtMs: 0, refusal: null }];
    const sent: number[] = [];
    await drainOutbox({
      read: async () => waiting,
      async send({ id }) {
        sent.push(id!);
        waiting.shift();
        if (id === 1) waiting.push({ id: 2, clientId: 'c2', exchangeId: 'a', viewerId: 'me', body: '2', writtenAtMs: 1, refusal: null });
        return { kind: 'sent' };
      },
    });
    expect(sent).toEqual([1, 2]);
  });
});
