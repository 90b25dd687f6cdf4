import { toDayNumber } from '@/exchange/deadline';
import type { WaitingMessage } from '@/offline/database';
import type { MessageViewFragment } from './messages.generated';

/** How far a message has come. Those of others are `received`. */
export type MessageState = 'received' | 'sent' | 'read' | 'waiting' | 'refused';

/** A message as it is shown, wherever it is on its way. */
export interface TimelineMessage {
  /** The same from the moment it was written: what stands on the screen stays when it arrives. */
  key: string;
  body: string;
  atMs: number;
  author: { id: string; displayName: string } | null;
  isMine: boolean;
  state: MessageState;
  /** As it waits in the outbox. */
  waiting: WaitingMessage | null;
}

/** Messages of one person that belong together: of one day, close in time, equally far. */
export interface MessageRun {
  kind: 'run';
  key: string;
  messages: TimelineMessage[];
}

/** A step of the exchange in its place between the messages. */
export interface StepEntry<Step> {
  kind: 'step';
  key: string;
  step: Step;
}

export interface TimelineDay<Step> {
  key: string;
  atMs: number;
  entries: (MessageRun | StepEntry<Step>)[];
}

export interface TimelineOptions<Step> {
  /** In the order of their numbers. */
  messages: readonly MessageViewFragment[];
  /** The viewer's that are on their way, in the order in which they were written. */
  waiting: readonly WaitingMessage[];
  /** Steps of the exchange, oldest first. */
  steps: readonly Step[];
  viewerId: string;
  /** How far the others have read: a message's number. */
  readSeq: number;
  /** Whether `messages` reaches back to the first one; if not, earlier steps wait for it. */
  isWhole: boolean;
  timeZone: string;
}

/** Messages further apart than this stand by themselves, in milliseconds. */
const RUN_MS = 5 * 60 * 1000;

const fromGraph = ({ viewerId, readSeq }: { viewerId: string; readSeq: number }) => ({ id, seq, body, sentAt, clientId, author }: MessageViewFragment): TimelineMessage => {
  const isMine = author?.id === viewerId;
  const state = !isMine ? 'received' : seq <= readSeq ? 'read' : 'sent';
  return { key: clientId ?? id, body, atMs: Date.parse(sentAt), author, isMine, state, waiting: null };
};

const fromOutbox = (viewerId: string) => (waiting: WaitingMessage): TimelineMessage => ({
  key: waiting.clientId,
  body: waiting.body,
  atMs: waiting.writtenAtMs,
  author: { id: viewerId, displayName: '' },
  isMine: true,
  state: waiting.refusal === null ? 'waiting' : 'refused',
  waiting,
});

const belongsTo = (run: MessageRun, { author, state, atMs }: TimelineMessage): boolean => {
  const last = run.messages.at(-1)!;
  return state !== 'refused' && last.author?.id === author?.id && last.state === state && atMs - last.atMs < RUN_MS;
};

/**
 * A conversation in the order in which it is shown, by days of the zone: messages by their numbers, then those on their
 * way, each once – one that has arrived takes the place of its twin in the outbox; steps of the exchange by their time.
 */
export function toTimeline<Step extends { number: number; createdAt: string }>(options: TimelineOptions<Step>): TimelineDay<Step>[] {
  const { messages, waiting, viewerId, timeZone, isWhole } = options;
  const arrived = new Set(messages.map(({ clientId }) => clientId));
  const shown = [...messages.map(fromGraph(options)), ...waiting.filter(({ clientId }) => !arrived.has(clientId)).map(fromOutbox(viewerId))];
  const startMs = isWhole ? -Infinity : (shown[0]?.atMs ?? -Infinity);
  const steps = options.steps.map((step) => ({ step, atMs: Date.parse(step.createdAt) })).filter(({ atMs }) => atMs >= startMs);
  const days: TimelineDay<Step>[] = [];

  function dayOf(atMs: number): TimelineDay<Step> {
    const key = `day-${toDayNumber(atMs, timeZone)}`;
    const last = days.at(-1);
    // Whoever's clock is wrong does not open an earlier day again.
    if (last && (last.key === key || atMs < last.atMs)) return last;
    const day: TimelineDay<Step> = { key, atMs, entries: [] };
    days.push(day);
    return day;
  }

  function putStepsUntil(atMs: number): void {
    while (steps[0] && steps[0].atMs <= atMs) {
      const { step, atMs: stepMs } = steps.shift()!;
      dayOf(stepMs).entries.push({ kind: 'step', key: `step-${step.number}`, step });
    }
  }

  for (const message of shown) {
    putStepsUntil(message.atMs);
    const { entries } = dayOf(message.atMs);
    const last = entries.at(-1);
    if (last?.kind === 'run' && belongsTo(last, message)) last.messages.push(message);
    else entries.push({ kind: 'run', key: message.key, messages: [message] });
  }
  putStepsUntil(Infinity);
  return days;
}
