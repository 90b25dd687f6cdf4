import { Pool, type Dispatcher } from 'undici';
import { SubgraphFailure } from './subgraph-failure.js';

export interface HttpExchangeOptions {
  /** More than this ends the connection. */
  maxResponseBytes: number;
}

export interface HttpQuestion {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  /** Below 300, or 4xx. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** HTTP/1.1 with connections that are kept. */
export interface HttpExchange {
  /**
   * One question, sent at most once. Rejects with a SubgraphFailure, of kind `unreachable` alone when nothing was sent, or with the
   * signal's reason as soon as that aborts. A connection whose answer is not read to its end is closed.
   */
  ask(origin: string, question: HttpQuestion, signal?: AbortSignal): Promise<HttpAnswer>;
  dispose(): Promise<void>;
}

const CONNECTIONS_PER_ADDRESS = 32;
/** Below what Node's servers (5 s, told in a header, which undici heeds) and common proxies (60 s) keep. */
const KEEP_ALIVE_MS = 20_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** Only for who asks without a signal. */
const SILENCE_TIMEOUT_MS = 60_000;
/** The connection of a failure that is no longer than this is kept. */
const DRAINED_BYTES = 64 * 1024;

export function createHttpExchange({ maxResponseBytes }: HttpExchangeOptions): HttpExchange {
  const pools = new Map<string, Pool>();

  const poolTo = (origin: string): Pool => {
    const open = pools.get(origin) ?? new Pool(origin, {
      connections: CONNECTIONS_PER_ADDRESS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectTimeout: CONNECT_TIMEOUT_MS,
      headersTimeout: SILENCE_TIMEOUT_MS,
      bodyTimeout: SILENCE_TIMEOUT_MS,
      maxResponseSize: maxResponseBytes,
      allowH2: false,
    });
    pools.set(origin, open);
    return open;
  };

  return {
    ask: (origin, question, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(toReason(signal));
        return;
      }
      poolTo(origin).dispatch(question, createHandler({ origin, maxResponseBytes, signal, resolve, reject }));
    }),
    async dispose() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

interface Handling extends HttpExchangeOptions {
  origin: string;
  signal: AbortSignal | undefined;
  resolve(answer: HttpAnswer): void;
  reject(error: Error): void;
}

/** The answer as text; undici's own `request` makes a stream of it first, which costs more than the rest. */
function createHandler({ origin, maxResponseBytes, signal, resolve, reject }: Handling): Dispatcher.DispatchHandler {
  let controller: Dispatcher.DispatchController | undefined;
  let status = 0;
  let headers: HttpAnswer['headers'] = {};
  let isSettled = false;
  let first: Buffer | undefined;
  let more: Buffer[] | undefined;

  const settle = (): void => {
    isSettled = true;
    signal?.removeEventListener('abort', abort);
  };
  const fail = (error: Error): void => {
    if (isSettled) return;
    settle();
    reject(error);
  };
  const abort = (): void => {
    const reason = toReason(signal!);
    fail(reason);
    controller?.abort(reason);
  };
  signal?.addEventListener('abort', abort, { once: true });

  return {
    onRequestStart(started) {
      controller = started;
      // It waited for a connection, and nobody waits for it any more.
      if (isSettled) started.abort(new SubgraphFailure('unreachable', 'It was given up before it was sent.'));
    },
    onResponseStart(started, statusCode, responseHeaders) {
      status = statusCode;
      headers = responseHeaders;
      if (status < 300) {
        // An answer that says how long it is need not be begun.
        if (Number(headers['content-length'] ?? 0) > maxResponseBytes) {
          const failure = new SubgraphFailure('too-large', `${origin} answered with more than ${maxResponseBytes} bytes.`);
          fail(failure);
          started.abort(failure);
        }
        return;
      }
      if (status >= 400 && status < 500) return;
      const failure = new SubgraphFailure(status >= 500 ? 'server-error' : 'not-graphql', `${origin} answered ${status}.`);
      fail(failure);
      if (!(Number(headers['content-length']) <= DRAINED_BYTES)) started.abort(failure);
    },
    onResponseData(_controller, chunk) {
      if (isSettled) return;
      if (!first) first = chunk;
      else (more ??= [first]).push(chunk);
    },
    onResponseEnd() {
      if (isSettled) return;
      settle();
      const bytes = more ? Buffer.concat(more) : first;
      resolve({ status, headers, text: bytes?.toString() ?? '' });
    },
    onResponseError(_controller, error) {
      fail(toFailure(error, origin, controller !== undefined));
    },
  };
}

function toFailure(error: Error, origin: string, wasSent: boolean): SubgraphFailure {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new SubgraphFailure('too-large', `${origin} answered with more than is taken.`, { cause: error });
  const isLate = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT';
  const kind = !wasSent ? 'unreachable' : isLate ? 'timeout' : 'broken';
  return new SubgraphFailure(kind, `${origin}: ${error.message}`, { cause: error });
}

const toReason = ({ reason }: AbortSignal): Error => (reason instanceof Error ? reason : new Error('Aborted', { cause: reason }));
