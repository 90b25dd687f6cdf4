import type { LiveGraph } from '../graph/live-graph.js';
import type { Subscription } from '../live/live-queries.js';
import type { Receiver, SharedAnswer } from '../live/receiver.js';
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
      const heard = observer.tellsEnds() ? new HeardSubscription(request.receiver) : null;
      const begun = await liveGraph.subscribe(heard ? { ...request, receiver: heard } : request).catch(failing(observed));
      if ('errors' in begun) {
        observed?.end(begun);
        return begun;
      }
      const tell = observed?.begin() ?? null;
      if (!heard || !tell) return begun;
      heard.begin(begun, tell);
      return heard;
    },
    // Doors call it for what they refuse themselves.
    mask(result, call) {
      const masked = liveGraph.mask(result, call);
      observer.find(call)?.end(masked);
      return masked;
    },
  };
}

type Tell = (codes: readonly string[]) => void;

/**
 * A subscription whose end is told once; that may come before it is known to have begun. A class, as there is one for each subscription for as
 * long as it lasts: closures took three times the memory.
 */
class HeardSubscription implements Receiver, Subscription {
  #begun: Subscription | null = null;
  #tell: Tell | null = null;
  #endCodes: readonly string[] | null = null;
  readonly #receiver: Receiver;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  get isResumable(): boolean {
    return this.#begun?.isResumable ?? false;
  }

  begin(begun: Subscription, tell: Tell): void {
    this.#begun = begun;
    if (this.#endCodes) tell(this.#endCodes);
    else this.#tell = tell;
  }

  next(answer: SharedAnswer): boolean {
    return this.#receiver.next(answer);
  }

  end(answer: SharedAnswer | null): void {
    this.#over(answer ? readCodes(answer.json) : []);
    this.#receiver.end(answer);
  }

  whenRoom(listener: () => void): void {
    this.#receiver.whenRoom(listener);
  }

  leave(): void {
    this.#over([]);
    this.#begun?.leave();
  }

  #over(codes: readonly string[]): void {
    if (this.#endCodes) return;
    this.#endCodes = codes;
    this.#tell?.(codes);
  }
}

const CODE = /"code":"(\w{1,64})"/g;

/** Of an answer without data, which is short. */
const readCodes = (json: string): string[] => (json.startsWith('{"errors"') && !json.includes('"data"') ? [...new Set([...json.matchAll(CODE)].map(([, code]) => code!))] : []);

type Observed = ReturnType<OperationObserver['find']>;

const FAILED = { errors: [{ message: 'Unexpected', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };

const failing = (observed: Observed) => (error: unknown): never => {
  observed?.end(FAILED);
  throw error;
};
