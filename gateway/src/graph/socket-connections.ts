import { CloseCode } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import type { Identity, IdentityCheck } from '../identity/access-token.js';
import type { LiveCounters } from '../live/limits.js';
import { closeOutbox } from '../live/outbox.js';
import type { Connection } from './connection.js';

/** The code of RFC 6455's registry for "try again later". */
const TRY_AGAIN_LATER = 1013;
const GOING_AWAY = 1001;
const EXPIRED = 'The token has ended. Connect again with a new one.';
const PING_INTERVAL_MS = 12_000;
const SWEEP_INTERVAL_MS = 1_000;

/** All sockets of a process: one sweep pings them, ends those that do not answer, and those whose token has ended. */
export interface SocketConnections {
  /** False: its address has too many, and it is being closed. */
  add(connection: Connection): boolean;
  /** Who the client says to be; where that can't be told at the moment it is refused, and being closed. */
  check(connection: Connection, authorization: unknown): Promise<IdentityCheck>;
  /** Lets it be whom its token says. False: that person has too many, and it is being closed. */
  identify(connection: Connection, identity: Identity): boolean;
  /** A new token for the same viewer and session moves its end; with any other it is closed. */
  renew(connection: Connection, authorization: unknown): Promise<void>;
  delete(connection: Connection): void;
  getCount(): number;
  /** Closes all with 1001. */
  dispose(): void;
}

/** Connections with the limits of `counters`. */
export function createSocketConnections(doorkeeper: Doorkeeper, counters: LiveCounters): SocketConnections {
  const connections = new Set<Connection>();

  const sweep = (): void => {
    const nowMs = Date.now();
    for (const connection of connections) {
      const { identity } = connection;
      if (identity && identity.expiresAt.getTime() <= nowMs) connection.close(CloseCode.Forbidden, EXPIRED);
      else if (connection.pingAtMs <= nowMs) ping(connection, nowMs);
    }
  };
  const timer = setInterval(sweep, SWEEP_INTERVAL_MS).unref();
  const stopWatching = doorkeeper.onRevoked((sessionId) => {
    for (const connection of connections) if (connection.identity?.sessionId === sessionId) connection.close(CloseCode.Forbidden, EXPIRED);
  });

  const check: SocketConnections['check'] = async (connection, authorization) => {
    try {
      return await doorkeeper.check(authorization);
    } catch {
      // What it failed at is in the log.
      connection.close(TRY_AGAIN_LATER, 'Try again later');
      return { kind: 'refused' };
    }
  };

  return {
    add(connection) {
      if (!counters.addresses.take(connection.address)) {
        connection.close(TRY_AGAIN_LATER, 'Too many connections');
        return false;
      }
      connection.pingAtMs = Date.now() + PING_INTERVAL_MS;
      connections.add(connection);
      return true;
    },
    check,
    identify(connection, identity) {
      if (!counters.viewers.take(identity.userId)) {
        connection.close(TRY_AGAIN_LATER, 'Too many connections');
        return false;
      }
      connection.identity = identity;
      return true;
    },
    async renew(connection, authorization) {
      const checked = await check(connection, authorization);
      const { identity } = connection;
      const isSame =
        checked.kind === 'person' && !checked.identity.readsOnly && checked.identity.userId === identity?.userId && checked.identity.sessionId === identity.sessionId;
      if (!isSame) connection.close(CloseCode.Forbidden, 'Forbidden');
      // An older token that comes late takes nothing away.
      else if (checked.identity.expiresAt > identity.expiresAt) connection.identity = checked.identity;
    },
    delete(connection) {
      if (!connections.delete(connection)) return;
      counters.addresses.release(connection.address);
      if (connection.identity) counters.viewers.release(connection.identity.userId);
      closeOutbox(connection.outbox);
    },
    getCount: () => connections.size,
    dispose() {
      clearInterval(timer);
      stopWatching();
      for (const connection of connections) connection.close(GOING_AWAY, 'Going away');
    },
  };
}

function ping(connection: Connection, nowMs: number): void {
  const { socket } = connection;
  if (!connection.isAlive) return socket.terminate();
  connection.isAlive = false;
  connection.pingAtMs = nowMs + PING_INTERVAL_MS;
  if (socket.readyState === WebSocket.OPEN) socket.ping();
}
