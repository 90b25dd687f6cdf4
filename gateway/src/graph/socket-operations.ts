import { randomBytes } from 'node:crypto';
import type { OperationResult, ServerOptions, SubscribePayload } from 'graphql-ws';
import { GraphQLSchema, OperationTypeNode, parse, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { codedError } from '@secondlife/platform/error-code';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { toError } from '@secondlife/platform/to-error';
import type { LiveCounters, LiveLimits } from '../live/limits.js';
import type { Subscription } from '../live/live-queries.js';
import { SocketReceiver } from '../live/socket-receiver.js';
import type { Connection } from './connection.js';
import { Ending } from './ending.js';
import type { LiveGraph, StartedOperation } from './live-graph.js';
import { toRights, type OperationPayload } from './prepare.js';

export interface SocketOperationsOptions {
  liveGraph: LiveGraph;
  limits: LiveLimits;
  counters: LiveCounters;
}

/** What an operation needs from `onSubscribe` to `execute` and `subscribe`. */
interface Started {
  id: string;
  connection: Connection;
  payload: OperationPayload;
  call: SubgraphCall;
  /** Null for a subscription. */
  operation: StartedOperation | null;
}

/** In place of a subscription's own: graphql-ws keeps these while it lasts, and with a schema all of a supergraph that was replaced long ago. */
const ANY_SUBSCRIPTION = { schema: new GraphQLSchema({}), document: parse('subscription { any }'), operationName: null, rootValue: undefined };

const TOO_MANY = codedError('RATE_LIMITED', 'Too many operations are under way. End some first.').toJSON();

/** What graphql-ws calls with an operation. The answers of a subscription do not go through it: it is told of its end alone. */
export function createSocketOperations({ liveGraph, limits, counters }: SocketOperationsOptions): Pick<ServerOptions<Record<string, unknown>, Connection>, 'onSubscribe' | 'execute' | 'subscribe'> {
  async function execute({ connection, operation, call }: Started): Promise<ExecutionResult> {
    try {
      return toResult(await liveGraph.execute(operation!, call));
    } finally {
      connection.operations -= 1;
    }
  }

  async function subscribe({ id, connection, payload, call }: Started): Promise<ExecutionResult | AsyncIterableIterator<never>> {
    const { socket, outbox } = connection;
    if (!counters.takeSubscription(call.viewer)) {
      connection.operations -= 1;
      return toResult(liveGraph.mask({ errors: [TOO_MANY] }, call));
    }
    let subscription: Subscription | null = null;
    let isOver = false;
    const release = (): void => {
      if (isOver) return;
      isOver = true;
      connection.operations -= 1;
      counters.releaseSubscription(call.viewer);
      subscription?.leave();
    };
    const ending = new Ending(release);
    const receiver = new SocketReceiver(socket, outbox, id, () => {
      release();
      ending.end();
    });
    const begun = await liveGraph.subscribe({ operation: payload, call, receiver }).catch((error: unknown) => {
      release();
      throw error;
    });
    if ('errors' in begun) {
      release();
      return toResult(begun);
    }
    subscription = begun;
    if (isOver) begun.leave();
    return ending;
  }

  return {
    async onSubscribe({ extra: connection }, id, sent) {
      const { headers } = connection;
      const call: SubgraphCall = { viewer: toViewer(connection), ...(headers && { headers }) };
      if (connection.operations >= limits.operationsPerConnection) return liveGraph.mask({ errors: [TOO_MANY] }, call).errors!.map(toError);
      connection.operations += 1;
      const payload = toPayload(sent);
      const operation = await liveGraph.start(payload, call, toRights(connection.identity));
      if ('errors' in operation) {
        connection.operations -= 1;
        return operation.errors.map(toError);
      }
      const isLive = operation.operation.operation === OperationTypeNode.SUBSCRIPTION;
      const started: Started = { id, connection, payload, call, operation: isLive ? null : operation };
      if (isLive) {
        // graphql-ws keeps what was sent for as long as the subscription: the text of all who send the same is one.
        if (sent.query) payload.query = (sent as { query: string }).query = operation.text;
        return { ...ANY_SUBSCRIPTION, contextValue: started };
      }
      return { schema: operation.executor.apiSchema, document: operation.document, operationName: operation.operation.name?.value ?? null, contextValue: started };
    },
    execute: (args: ExecutionArgs) => execute(args.contextValue as Started) as OperationResult,
    subscribe: (args: ExecutionArgs) => subscribe(args.contextValue as Started) as OperationResult,
  };
}

const toResult = ({ data, errors, extensions }: FormattedExecutionResult): ExecutionResult => ({
  ...(data !== undefined && { data }),
  ...(extensions && { extensions }),
  ...(errors && { errors: errors.map(toError) }),
});

const toPayload = ({ query, operationName, variables, extensions }: SubscribePayload): OperationPayload => ({
  query,
  operationName: operationName ?? undefined,
  variables: variables ?? undefined,
  extensions: extensions ?? undefined,
});

const toViewer = ({ identity, language, address }: Connection): SignedViewer => ({
  userId: identity?.userId ?? null,
  sessionId: identity?.sessionId ?? null,
  language,
  address,
  // Not a UUID: Node puts that together from 20 strings, which it would keep for as long as the subscription.
  requestId: randomBytes(16).toString('hex'),
  service: null,
});
