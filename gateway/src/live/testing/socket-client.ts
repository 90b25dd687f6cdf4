import { EventEmitter, once } from 'node:events';
import { WebSocket } from 'ws';

/** A frame as it came. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read without a generated type, at the edge of the test
export type Json = any;

/** A client of graphql-transport-ws that keeps what it is sent, frame by frame. */
export interface SocketClient {
  socket: WebSocket;
  frames: Json[];
  send(frame: object | string): void;
  /** Sends the init, and resolves once it is acknowledged. */
  init(payload?: object): Promise<void>;
  subscribe(id: string, query: string, variables?: object): void;
  /** The root field's value of each answer to `id` so far. */
  valuesOf(id: string): Json[];
  /** Resolves once `isSo`, which is asked after each frame. */
  until(isSo: () => boolean): Promise<void>;
  /** Resolves with the values once there are so many. */
  untilValues(id: string, count: number): Promise<Json[]>;
  /** Resolves with the last answer to `id` once it is complete; null when there was none. */
  untilComplete(id: string): Promise<Json>;
  closed: Promise<{ code: number; reason: string }>;
}

/** Connects; with `protocol` null, to no protocol. */
export async function openSocketClient(url: string, protocol: string | null = 'graphql-transport-ws'): Promise<SocketClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol ?? []);
  const frames: Json[] = [];
  const arrived = new EventEmitter();
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()));
    arrived.emit('frame');
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })));
  await once(socket, 'open');

  const send: SocketClient['send'] = (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  const until: SocketClient['until'] = async (isSo) => {
    while (!isSo()) await once(arrived, 'frame');
  };
  const nextsOf = (id: string) => frames.filter((frame) => frame.id === id && frame.type === 'next');
  const valuesOf = (id: string) => nextsOf(id).flatMap(({ payload }) => (payload.data ? Object.values(payload.data as object) : []));
  return {
    socket,
    frames,
    send,
    async init(payload) {
      send({ type: 'connection_init', ...(payload && { payload }) });
      await until(() => frames.some(({ type }) => type === 'connection_ack'));
    },
    subscribe: (id, query, variables) => send({ id, type: 'subscribe', payload: { query, variables } }),
    valuesOf,
    until,
    async untilValues(id, count) {
      await until(() => valuesOf(id).length >= count);
      return valuesOf(id);
    },
    async untilComplete(id) {
      await until(() => frames.some((frame) => frame.id === id && frame.type === 'complete'));
      return nextsOf(id).at(-1)?.payload ?? null;
    },
    closed,
  };
}
