import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import { codedError, type ErrorCode } from '@secondlife/platform/error-code';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Identity } from '../identity/access-token.js';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import { createEventStreamReceiver, isOpen } from '../live/event-stream-receiver.js';
import type { Subscription } from '../live/live-queries.js';
import type { LiveCounters } from '../live/limits.js';
import { closeOutbox, createOutbox, settle } from '../live/outbox.js';
import { createSharedAnswer, type Receiver } from '../live/receiver.js';
import type { SendBudget } from '../live/send-budget.js';
import type { LiveGraph, StartedOperation } from './live-graph.js';
import { readPayload } from './http-payload.js';
import { toRights, type OperationPayload } from './prepare.js';

export interface EventStreamsOptions {
  liveGraph: LiveGraph;
  doorkeeper: Doorkeeper;
  counters: LiveCounters;
  budget: SendBudget;
}

/** graphql-sse, distinct connections: each operation has a stream of its own, and ends with it. */
export interface EventStreams {
  /** Whether the client wants its answers as events. */
  wants(request: FastifyRequest): boolean;
  /** Answers a request that wants it; `identity` is the viewer's, null for nobody. */
  handle(request: FastifyRequest, reply: FastifyReply, call: SubgraphCall, identity: Identity | null): Promise<FastifyReply>;
  /** Ends all: those that can go on elsewhere without a word, so that their clients come back by themselves. */
  dispose(): void;
}

interface Stream {
  viewer: SignedViewer;
  expiresAtMs: number;
  pingAtMs: number;
  ping(): void;
  /** Null: not a subscription. */
  isResumable: boolean | null;
  /** Ends it with this as its last answer. */
  refuse(code: ErrorCode, message: string): void;
  /** Ends it as if the connection broke. */
  cut(): void;
  /** Whether nothing more will be written. It may yet wait behind another answer of its connection, or for a client that does not read. */
  hasEnded(): boolean;
  /** When it is let go of, once it has ended. */
  leaveAtMs: number;
  leave(): void;
}

const PING_INTERVAL_MS = 12_000;
/** How long a client may take to read what is left when its stream has ended. */
const LAST_WORDS_MS = 60_000;
const SWEEP_INTERVAL_MS = 1_000;
const INTERRUPTED = 'The subscription was interrupted; events may have been lost.';
const EXPIRED = 'The token has ended. Connect again with a new one.';

/** Streams within the limits of `counters`; one sweep keeps them open, and ends those whose token has ended. */
export function createEventStreams({ liveGraph, doorkeeper, counters, budget }: EventStreamsOptions): EventStreams {
  const streams = new Set<Stream>();
  let isDisposed = false;

  const sweep = (): void => {
    const nowMs = Date.now();
    for (const stream of streams) {
      if (stream.hasEnded()) {
        stream.leaveAtMs = Math.min(stream.leaveAtMs, nowMs + LAST_WORDS_MS);
        if (stream.leaveAtMs <= nowMs) stream.leave();
      } else if (stream.expiresAtMs <= nowMs) stream.refuse('UNAUTHENTICATED', EXPIRED);
      else if (stream.pingAtMs <= nowMs) {
        stream.pingAtMs = nowMs + PING_INTERVAL_MS;
        stream.ping();
      }
    }
  };
  const timer = setInterval(sweep, SWEEP_INTERVAL_MS).unref();
  const stopWatching = doorkeeper.onRevoked((sessionId) => {
    for (const stream of streams) if (stream.viewer.sessionId === sessionId) stream.refuse('UNAUTHENTICATED', EXPIRED);
  });

  /** False: the client has too many. */
  function take({ address, userId }: SignedViewer): boolean {
    if (!counters.addresses.take(address ?? '')) return false;
    if (userId === null || counters.viewers.take(userId)) return true;
    counters.addresses.release(address ?? '');
    return false;
  }

  function release({ address, userId }: SignedViewer): void {
    counters.addresses.release(address ?? '');
    if (userId !== null) counters.viewers.release(userId);
  }

  /** Null: it is over. */
  async function run(payload: OperationPayload, operation: StartedOperation, call: SubgraphCall, receiver: Receiver, after: number | undefined): Promise<Subscription | null> {
    try {
      const begun =
        operation.operation.operation === OperationTypeNode.SUBSCRIPTION ? await liveGraph.subscribe({ operation: payload, call, receiver, after }) : await liveGraph.execute(operation, call);
      if ('leave' in begun) return begun;
      receiver.end(createSharedAnswer(begun, null));
    } catch (error) {
      receiver.end(createSharedAnswer(liveGraph.mask({ errors: [{ message: String(error) }] }, call), null));
    }
    return null;
  }

  function openStream(reply: FastifyReply, call: SubgraphCall, identity: Identity | null): { stream: Stream; receiver: Receiver; onClosed(listener: () => void): void } {
    const { raw, request: { raw: { socket: connection } } } = reply.hijack();
    const { viewer } = call;
    let onClosed = (): void => undefined;
    let isOver = false;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      // A connection that is kept after a stream that ends while the process stops would hold the process.
      connection: 'close',
    });
    raw.flushHeaders();
    const outbox = createOutbox(budget, raw);
    const receiver = createEventStreamReceiver(raw, outbox);
    const end = (result: FormattedExecutionResult): void => receiver.end(createSharedAnswer(liveGraph.mask(result, call), null));
    const stream: Stream = {
      viewer,
      expiresAtMs: identity?.expiresAt.getTime() ?? Infinity,
      pingAtMs: Date.now() + PING_INTERVAL_MS,
      ping() {
        if (isOpen(raw)) raw.write(':\n\n', () => settle(outbox));
      },
      refuse(code, message) {
        end({ errors: [codedError(code, message).toJSON()] });
      },
      isResumable: null,
      cut: () => void raw.end(),
      hasEnded: () => raw.writableEnded,
      leaveAtMs: Infinity,
      leave() {
        raw.destroy();
        leave();
      },
    };
    const leave = (): void => {
      if (isOver) return;
      isOver = true;
      connection.off('close', leave);
      streams.delete(stream);
      closeOutbox(outbox);
      release(viewer);
      onClosed();
    };
    streams.add(stream);
    raw.on('error', () => undefined);
    raw.once('close', leave);
    // An answer that waits behind another of its connection is not told that this is over.
    connection.once('close', leave);
    return {
      stream,
      receiver,
      onClosed(listener) {
        if (isOver) listener();
        else onClosed = listener;
      },
    };
  }

  function stop(stream: Stream): void {
    if (stream.isResumable) stream.cut();
    else if (stream.isResumable === false) stream.refuse('SUBSCRIPTION_INTERRUPTED', INTERRUPTED);
  }

  return {
    wants: ({ headers }) => headers.accept?.toLowerCase().includes('text/event-stream') ?? false,
    async handle(request, reply, call, identity) {
      const { viewer } = call;
      const refuse = (status: number, code: ErrorCode, message: string) => reply.code(status).send(liveGraph.mask({ errors: [codedError(code, message).toJSON()] }, call));
      const payload = readPayload(request);
      if ('errors' in payload) return reply.code(400).send(liveGraph.mask(payload, call));
      const operation = await liveGraph.start(payload, call, toRights(identity), request.headers);
      // It has left already, and no event will tell of it again.
      if (reply.raw.destroyed) return reply.hijack();
      const type = 'errors' in operation ? null : operation.operation.operation;
      if (type === OperationTypeNode.MUTATION && request.method === 'GET') return refuse(405, 'BAD_USER_INPUT', 'Send mutations by POST.').header('allow', 'POST');
      const isLive = type === OperationTypeNode.SUBSCRIPTION;
      if (!take(viewer)) return refuse(429, 'RATE_LIMITED', 'Too many connections are open. Close some first.');
      if (isLive && !counters.takeSubscription(viewer)) {
        release(viewer);
        return refuse(429, 'RATE_LIMITED', 'Too many subscriptions are open. End some first.');
      }
      const { stream, receiver, onClosed } = openStream(reply, call, identity);
      let subscription: Subscription | null = null;
      onClosed(() => {
        subscription?.leave();
        if (isLive) counters.releaseSubscription(viewer);
      });
      if ('errors' in operation) receiver.end(createSharedAnswer(operation, null));
      else subscription = await run(payload, operation, call, receiver, readLastId(request));
      if (subscription) stream.isResumable = subscription.isResumable;
      if (!streams.has(stream)) subscription?.leave();
      else if (isDisposed) stop(stream);
      return reply;
    },
    dispose() {
      clearInterval(timer);
      stopWatching();
      isDisposed = true;
      for (const stream of streams) stop(stream);
    },
  };
}

/** The number of the last event that an EventSource has, when it comes back. */
function readLastId({ headers }: FastifyRequest): number | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,10}$/.test(id) ? Number(id) : undefined;
}
