import type { WaitingMessage } from '@/offline/database';
import { toTimeline, type TimelineOptions } from './timeline';
import type { MessageViewFragment } from './messages.generated';

interface Step {
  number: number;
  createdAt: string;
}

const message = (seq: number, by: string, sentAt: string, clientId: string | null = null): MessageViewFragment => ({
  __typename: 'Message',
  id: `m${seq}`,
  seq,
  body: `Number ${seq}`,
  sentAt,
  clientId,
  author: { __typename: 'User', id: by, displayName: by },
});

const waiting = (id: number, writtenAt: string, refusal: string | null = null): WaitingMessage => ({
  id,
  clientId: `c${id}`,
  exchangeId: 'x',
  viewerId: 'me',
  body: `Waiting ${id}`,
  writtenAtMs: Date.parse(writtenAt),
  refusal,
});

const timeline = (options: Partial<TimelineOptions<Step>>) =>
  toTimeline<Step>({ messages: [], waiting: [], steps: [], viewerId: 'me', readSeq: 0, isWhole: true, timeZone: 'Europe/Paris', ...options });

const flat = (days: ReturnType<typeof timeline>) =>
  days.map(({ entries }) => entries.map((entry) => (entry.kind === 'run' ? entry.messages.map(({ key, state }) => `${key} ${state}`) : `step ${entry.step.number}`)));

describe('a conversation', () => {
  test('is told by days of the zone', () => {
    const days = timeline({ messages: [message(1, 'you', '2026-11-22T22:30:00.000Z'), message(2, 'you', '2026-11-22T23:30:00.000Z')] });
    expect(days).toHaveLength(2);
  });

  test('joins what one person wrote in a row, and tells what is read from what is not', () => {
    const minute = (n: number) => `2026-11-22T10:0${n}:00.000Z`;
    const messages = [message(1, 'you', minute(0)), message(2, 'you', minute(1)), message(3, 'me', minute(2)), message(4, 'me', minute(3))];
    expect(flat(timeline({ messages, readSeq: 3 }))).toEqual([[['m1 received', 'm2 received'], ['m3 read'], ['m4 sent']]]);
  });

  test('shows a message that has arrived once, under the key it waited with', () => {
    const at = '2026-11-22T10:00:00.000Z';
    const before = timeline({ waiting: [waiting(1, at), waiting(2, at)] });
    const after = timeline({ messages: [message(1, 'me', at, 'c1')], waiting: [waiting(1, at), waiting(2, at)] });
    expect(flat(before)).toEqual([[['c1 waiting', 'c2 waiting']]]);
    expect(flat(after)).toEqual([[['c1 sent'], ['c2 waiting']]]);
  });

  test('keeps what was refused by itself, with what one can do about it', () => {
    const at = '2026-11-22T10:00:00.000Z';
    expect(flat(timeline({ waiting: [waiting(1, at, 'No'), waiting(2, at, 'No'), waiting(3, at)] }))).toEqual([[['c1 refused'], ['c2 refused'], ['c3 waiting']]]);
  });

  test('puts steps of the exchange between the messages, and those before the first loaded message not yet', () => {
    const steps = [
      { number: 1, createdAt: '2026-11-22T08:00:00.000Z' },
      { number: 2, createdAt: '2026-11-22T10:30:00.000Z' },
    ];
    const messages = [message(7, 'you', '2026-11-22T10:00:00.000Z'), message(8, 'you', '2026-11-22T11:00:00.000Z')];
    expect(flat(timeline({ messages, steps }))).toEqual([['step 1', ['m7 received'], 'step 2', ['m8 received']]]);
    expect(flat(timeline({ messages, steps, isWhole: false }))).toEqual([[['m7 received'], 'step 2', ['m8 received']]]);
  });

  test('stays in the order of its numbers when a clock goes wrong', () => {
    const days = timeline({ messages: [message(1, 'you', '2026-11-22T10:00:00.000Z'), message(2, 'me', '2026-11-20T10:00:00.000Z')] });
    expect(flat(days)).toEqual([[['m1 received'], ['m2 sent']]]);
  });
});
