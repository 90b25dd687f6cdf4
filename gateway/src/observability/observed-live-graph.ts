import type { LiveGraph } from '../graph/live-graph.js';
import type { Receiver } from '../live/receiver.js';
import type { OperationObserver } from './operation-observer.js';

/** The same live graph, with each operation told to the observer: what comes with headers is an event stream's, the rest sockets'. */
export function observeLiveGraph(liveGraph: LiveGraph, observer: OperationObserver): LiveGraph {
  return {
    ...liveGraph,
    async start(payload, call, rights, carrier) {
      const observed = observer.start(call, carrier ? 'stream' : 'socket', carrier);
      const started = await liveGraph.start(payload, call, rights, carrier).catch(failing(observed));
      if ('errors' in started) observed.end(started);
      else observed.read(started.operation);
      return started;
    },
    async execute(ready, call) {
      const observed = observer.find(call);
      const result = await liveGraph.execute(ready, call).catch(failing(observed));
      observed?.end(result);
      return result;
    },
    async subscribe(request) {
      const observed = observer.find(request.call);
      let onOver: ((codes: readonly string[]) => void) | null = null;
      let endCodes: readonly string[] | null = null;
      const over = (codes: readonly string[]): void => {
        if (endCodes) return;
        endCodes = codes;
        onOver?.(codes);
      };
      const begun = await liveGraph.subscribe({ ...request, receiver: toObserved(request.receiver, over) }).catch(failing(observed));
      if ('errors' in begun) {
        observed?.end(begun);
        return begun;
      }
      onOver = observed?.begin() ?? null;
      // It may be over before it is known to have begun.
      if (endCodes) onOver?.(endCodes);
      return {
        isResumable: begun.isResumable,
        leave() {
          over([]);
          begun.leave();
        },
      };
    },
    // Doors call it for what they refuse themselves.
    mask(result, call) {
      const masked = liveGraph.mask(result, call);
      observer.find(call)?.end(masked);
      return masked;
    },
  };
}

const toObserved = (receiver: Receiver, over: (codes: readonly string[]) => void): Receiver => ({
  next: receiver.next,
  whenRoom: receiver.whenRoom,
  end(answer) {
    over(answer ? readCodes(answer.json) : []);
    receiver.end(answer);
  },
});

const CODE = /"code":"(\w{1,64})"/g;

/** Of an answer without data, which is short. */
const readCodes = (json: string): string[] => (json.startsWith('{"errors"') && !json.includes('"data"') ? [...new Set([...json.matchAll(CODE)].map(([, code]) => code!))] : []);

type Observed = ReturnType<OperationObserver['find']>;

const FAILED = { errors: [{ message: 'Unexpected', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };

const failing = (observed: Observed) => (error: unknown): never => {
  observed?.end(FAILED);
  throw error;
};
