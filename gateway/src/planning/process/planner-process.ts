import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GraphQLError } from 'graphql';
import type { Logger } from '@secondlife/platform/log';
import type { OperationPlan } from '../../execution/plan.js';
import type { PlannerKind, PlannerReply, PlannerRequest } from './messages.js';

export interface PlannerProcessOptions {
  kind: PlannerKind;
  /** A plan that takes longer is given up, and the process with it. */
  planTimeLimitMs: number;
  /** One that is lost so often within a minute is not started again before the minute is over; default: it always is. */
  mostLossesPerMinute?: number;
  log: Logger;
}

/** A planner in a process of its own. It starts with the first supergraph and ends with the last. */
export interface PlannerProcess {
  /** `apiSdl`: what clients see, where this planner reads it. Rejects when the supergraph is not a valid one. */
  load(version: number, supergraphSdl: string): Promise<{ apiSdl?: string }>;
  /** Rejects with a GraphQLError where the operation is to be refused, and with another error where this planner can't plan it. */
  plan(version: number, text: string, operationName: string | undefined): Promise<OperationPlan['root']>;
  drop(version: number): void;
  /** Whether the process may end when it was not asked for 30 s; it is started again, with what it has to know, when it is. Default: it may not. */
  setResting(mayRest: boolean): void;
  /** Of the process, while there is one. */
  pid(): number | undefined;
  /** Ends the process; what it was asked is rejected. */
  dispose(): void;
}

type Done = Extract<PlannerReply, { kind: 'done' }>;
interface Job {
  request: PlannerRequest;
  timeLimitMs: number;
  resolve(reply: Done): void;
  reject(error: Error): void;
}

/** The program is always the built one, since a process of its own can't be compiled on the way as tests are. */
const PROGRAM = fileURLToPath(new URL('../../../dist/planning/process/main.js', import.meta.url));
const LOAD_TIME_LIMIT_MS = 60_000;
const REST_AFTER_MS = 30_000;
/** What a planner may keep in memory; one that grows beyond ends, and starts anew. */
const HEAP_MIB = 512;

/** The process ended over what it was asked, or was ended because that took too long. */
export class PlannerLostError extends Error {
  override name = 'PlannerLostError';
  constructor(message: string, readonly tookTooLong: boolean) {
    super(message);
  }
}

/**
 * Asked one thing at a time, so that a process that ends or hangs is the fault of what it was asked last: that is rejected, and the rest goes to
 * the next process.
 */
export function createPlannerProcess({ kind, planTimeLimitMs, mostLossesPerMinute = Infinity, log }: PlannerProcessOptions): PlannerProcess {
  const loaded = new Map<number, string>();
  /** Of those, what the process has; one that starts anew has none. */
  const held = new Set<number>();
  const queue: Job[] = [];
  let current: Job | undefined;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | undefined;
  let lostAtMs: number[] = [];
  let mayRest = false;
  let resting: NodeJS.Timeout | undefined;

  const isOftenLost = (): boolean => {
    lostAtMs = lostAtMs.filter((at) => at > Date.now() - 60_000);
    return lostAtMs.length >= mostLossesPerMinute;
  };

  const start = (): ChildProcess => {
    const started = fork(PROGRAM, [kind], { execArgv: [`--max-old-space-size=${HEAP_MIB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    started.on('message', (reply: PlannerReply) => { if (started === child) settle(reply.kind === 'done' ? reply : toError(reply)); });
    started.once('error', (error) => { if (started === child) lose(error.message); });
    started.once('exit', (code, signal) => { if (started === child) lose(`it ended with ${signal ?? code}`); });
    return started;
  };

  const lose = (why: string, tookTooLong = false): void => {
    log.warn({ planner: kind, why, request: current?.request.kind }, 'a planner was lost');
    lostAtMs.push(Date.now());
    end();
    settle(new PlannerLostError(`The planner was lost: ${why}`, tookTooLong));
  };

  const end = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
    held.clear();
  };

  const settle = (outcome: Done | Error): void => {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    if (job?.request.kind === 'load' && !(outcome instanceof Error)) held.add(job.request.version);
    if (outcome instanceof Error) job?.reject(outcome);
    else job?.resolve(outcome);
    next();
  };

  /** What a process that started anew has to load before it can do a job; undefined: nothing. */
  const toReload = ({ request: { kind, version } }: Job): Job | undefined => {
    const supergraphSdl = loaded.get(version);
    if (kind !== 'plan' || supergraphSdl === undefined || held.has(version)) return undefined;
    return {
      request: { kind: 'load', version, supergraphSdl },
      timeLimitMs: LOAD_TIME_LIMIT_MS,
      resolve: () => undefined,
      reject(error) {
        // What a process is lost over may load well in the next. Whoever waits for it is told all the same: else one that never loads is tried for ever.
        if (error instanceof PlannerLostError) rejectPlans(version, error);
        else loaded.delete(version);
      },
    };
  };

  const rejectPlans = (ofVersion: number, error: Error): void => {
    for (const job of [...queue]) {
      if (job.request.kind !== 'plan' || job.request.version !== ofVersion) continue;
      queue.splice(queue.indexOf(job), 1);
      job.reject(error);
    }
  };

  const next = (): void => {
    if (current) return;
    clearTimeout(resting);
    if (queue.length === 0) return rest();
    if (!child && isOftenLost()) {
      for (const { reject } of queue.splice(0)) reject(new PlannerLostError('The planner was lost too often.', false));
      return;
    }
    child ??= start();
    const job = toReload(queue[0]!) ?? queue.shift()!;
    current = job;
    setHolding(true);
    timer = setTimeout(() => lose(`no answer within ${job.timeLimitMs} ms`, true), job.timeLimitMs);
    child.send(job.request, (error) => { if (error && current === job) lose(error.message); });
  };

  const rest = (): void => {
    setHolding(false);
    if (child && mayRest) resting = setTimeout(end, REST_AFTER_MS).unref();
  };

  /** Only while something is asked does it keep this process alive. */
  const setHolding = (isHolding: boolean): void => {
    if (isHolding) child?.ref();
    else child?.unref();
    if (isHolding) child?.channel?.ref();
    else child?.channel?.unref();
  };

  const ask = (request: PlannerRequest, timeLimitMs: number) =>
    new Promise<Done>((resolve, reject) => {
      queue.push({ request, timeLimitMs, resolve, reject });
      next();
    });

  return {
    async load(version, supergraphSdl) {
      const { apiSdl } = await ask({ kind: 'load', version, supergraphSdl }, LOAD_TIME_LIMIT_MS);
      loaded.set(version, supergraphSdl);
      return apiSdl === undefined ? {} : { apiSdl };
    },
    async plan(version, text, operationName) {
      const { root } = await ask({ kind: 'plan', version, text, ...(operationName !== undefined && { operationName }) }, planTimeLimitMs);
      return root;
    },
    drop(version) {
      loaded.delete(version);
      held.delete(version);
      if (loaded.size === 0 && queue.length === 0 && !current) end();
      else if (child) ask({ kind: 'drop', version }, planTimeLimitMs).catch(() => undefined);
    },
    setResting(mayIt) {
      mayRest = mayIt;
      next();
    },
    pid: () => child?.pid,
    dispose() {
      loaded.clear();
      const asked = [...(current ? [current] : []), ...queue.splice(0)];
      current = undefined;
      clearTimeout(timer);
      clearTimeout(resting);
      end();
      for (const { reject } of asked) reject(new Error('The planner is closed.'));
    },
  };
}

const toError = ({ message, code }: Extract<PlannerReply, { kind: 'failed' }>): Error =>
  code === undefined ? new Error(message) : new GraphQLError(message, { extensions: { code } });
