import { ReadableStream } from 'node:stream/web';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Executor, OperationRequest } from '../../execution/executor.js';
import { createLiveQueries } from '../live-queries.js';
import type { Receiver } from '../receiver.js';

type Operation = Pick<OperationRequest<unknown>, 'document' | 'operationName' | 'variables'>;

const NOBODY: SubgraphCall = { viewer: { userId: null, sessionId: null, language: 'en', address: null, requestId: 'request-1', service: null } };

/** The answers of one subscription, as a client of the gateway gets them; to cancel it is to leave. */
export function listen(executor: Executor<unknown>, operation: Operation, onFailure?: (serviceName: string, error: unknown) => void): ReadableStream<FormattedExecutionResult> {
  const live = createLiveQueries<Operation>({
    prepare: (asked) => executor.prepareSubscription(asked),
    mask: (result) => result,
    ...(onFailure && { onFailure }),
  });
  return new ReadableStream({
    async start(controller) {
      const receiver: Receiver = {
        next({ json }) {
          controller.enqueue(JSON.parse(json) as FormattedExecutionResult);
          return true;
        },
        end(last) {
          if (last) receiver.next(last);
          controller.close();
        },
        whenRoom: () => undefined,
      };
      const begun = await live.subscribe({ operation, call: NOBODY, receiver });
      if (!('errors' in begun)) return;
      controller.enqueue(begun);
      controller.close();
    },
    cancel: live.dispose,
  });
}
