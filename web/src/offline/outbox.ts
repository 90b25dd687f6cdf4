import { newId } from '@/graph/new-id';
import { openDatabase, type WaitingMessage } from './database';

/** Tabs tell each other that the outbox has changed; `sent` is what the graph made of a message that went out. */
export interface OutboxNews {
  sent?: { exchangeId: string; message: unknown };
}

const CHANNEL = 'sle.outbox';
const listeners = new Set<(news: OutboxNews) => void>();
let channel: BroadcastChannel | null = null;

function openChannel(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<OutboxNews>) => hear(data);
  return channel;
}

function hear(news: OutboxNews): void {
  for (const listener of [...listeners]) listener(news);
}

function tell(news: OutboxNews): void {
  openChannel().postMessage(news);
  hear(news);
}

/** Calls back after each change of the outbox, from this tab or another. */
export function watchOutbox(listener: (news: OutboxNews) => void): () => void {
  openChannel();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a message until it has gone out. Rejects when the browser keeps nothing. */
export async function addToOutbox(message: Pick<WaitingMessage, 'exchangeId' | 'viewerId' | 'body'>): Promise<void> {
  const database = await openDatabase();
  await database.add('outbox', { ...message, clientId: newId(), writtenAtMs: Date.now(), refusal: null });
  tell({});
}

/** A person's messages that wait, or were refused, in the order in which they were written. */
export async function readOutbox(viewerId: string): Promise<WaitingMessage[]> {
  const all = await (await openDatabase()).getAll('outbox');
  return all.filter((message) => message.viewerId === viewerId);
}

/** Takes a message out: it was sent, or its author no longer wants it. */
export async function removeFromOutbox(id: number, news: OutboxNews = {}): Promise<void> {
  await (await openDatabase()).delete('outbox', id);
  tell(news);
}

/** Marks a message as refused: it is not sent again. */
export async function refuseInOutbox(message: WaitingMessage, refusal: string): Promise<void> {
  await (await openDatabase()).put('outbox', { ...message, refusal });
  tell({});
}
