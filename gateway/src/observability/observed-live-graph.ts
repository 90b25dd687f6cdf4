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
      // What is kept for each subscription, for as long as it lasts, is kept only where its end is told.
      const ending = observer.tellsEnds() ? createEnding() : null;
      const begun = await liveGraph.subscribe(ending ? { ...request, receiver: toObserved(request.receiver, ending) } : request).catch(failing(observed));
      if ('errors' in begun) {
        observed?.end(begun);
        return begun;
      }
      const tell = observed?.begin() ?? null;
      if (!ending || !tell) return begun;
      ending.begin(tell);
      return {
        isResumable: begun.isResumable,
        leave() {
          ending.over([]);
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

/** The end of a subscription, told once; it may come before it is known to have begun. */
interface Ending {
  begin(tell: (codes: readonly string[]) => void): void;
  over(codes: readonly string[]): void;
}

function createEnding(): Ending {
  let tell: ((codes: readonly string[]) => void) | null = null;
  let endCodes: readonly string[] | null = null;
  return {
    begin(told) {
      if (endCodes) told(endCodes);
      else tell = told;
    },
    over(codes) {
      if (endCodes) return;
      endCodes = codes;
      tell?.(codes);
    },
  };
}

const toObserved = (receiver: Receiver, ending: Ending): Receiver => ({
  next: receiver.next,
  whenRoom: receiver.whenRoom,
  end(answer) {
    ending.over(answer ? readCodes(answer.json) : []);
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
