import { GATEWAY_NAMES } from '../gateways/gateways.mjs';
import { toExchangesRequest, toLargeUnseenRequest, toUnseenRequest } from '../graph/operations.mjs';
import { createAsker } from '../harness/ask.mjs';
import { createBed } from '../harness/bed.mjs';
import { mapValues, median, percentile } from '../harness/numbers.mjs';

const WARM_UP_REQUESTS = 400;
/** Planned before any is counted: what is measured is a planner at work, not one that is being compiled. */
const WARM_UP_VARIANTS = 20;
/** As large as the limits let through: 990 of 1,000 tokens. */
const LARGE_TIMES = 11;
/** Asked again so often, to know what a request costs when it is not new. */
const WARM_TIMES = 5;

async function timeOf(asker, body) {
  const startedAt = performance.now();
  const { data, errors } = JSON.parse(await asker.ask(body));
  if (errors || !data) throw new Error(`An answer is not as it must be: ${JSON.stringify(errors)}`);
  return performance.now() - startedAt;
}

/** What the first request of a variant takes more than the same one afterwards. A known one goes before: others had their turn, and what a process takes to wake is no plan. */
async function timeCold(asker, request) {
  await timeOf(asker, JSON.stringify(toExchangesRequest(0)));
  const body = JSON.stringify(request);
  const first = await timeOf(asker, body);
  const later = [];
  for (let times = 0; times < WARM_TIMES; times += 1) later.push(await timeOf(asker, body));
  return first - median(later);
}

async function longestTurn({ probe }, asker, request) {
  await probe('readTurns');
  await timeOf(asker, JSON.stringify(request));
  return probe('readTurns');
}

const inTurn = async (count, take) => {
  const taken = [];
  for (let n = 0; n < count; n += 1) taken.push(await take(n));
  return taken;
};

/** Rounds of all gateways in turn; `take` gives one number. */
async function takeRounds(runners, rounds, list, take) {
  for (let round = 0; round < rounds; round += 1) for (const runner of runners) runner[list].push(await take(runner, round));
}

/** What a query that nobody has asked costs more than one that is known, and for how long it holds the event loop. */
export async function measurePlan({ gateways = GATEWAY_NAMES, rounds = 60, profileDir }) {
  const bed = await createBed({ profileDir });
  try {
    // Else a request that is asked again would find its answers ready in the subgraphs, and look cheaper than it is.
    await bed.subgraphs.ask('keepAnswers', false);
    const runners = [];
    for (const name of gateways) {
      const gateway = await bed.start(name);
      const asker = createAsker(gateway.url, 1);
      await inTurn(WARM_UP_REQUESTS, (n) => timeOf(asker, JSON.stringify(toExchangesRequest(n))));
      await inTurn(WARM_UP_VARIANTS, (n) => timeOf(asker, JSON.stringify(toUnseenRequest(`first${n}`))));
      runners.push({ ...gateway, asker, coldMs: [], blockedMs: [], warmBlockedMs: [], largeBlockedMs: [] });
    }
    await takeRounds(runners, rounds, 'coldMs', ({ asker }, round) => timeCold(asker, toUnseenRequest(`cold${round}`)));
    for (const { probe } of runners) await probe('watchTurns');
    await takeRounds(runners, rounds, 'warmBlockedMs', (runner, round) => longestTurn(runner, runner.asker, toExchangesRequest(round)));
    await takeRounds(runners, rounds, 'blockedMs', (runner, round) => longestTurn(runner, runner.asker, toUnseenRequest(`block${round}`)));
    await takeRounds(runners, rounds, 'largeBlockedMs', (runner, round) => longestTurn(runner, runner.asker, toLargeUnseenRequest(`large${round}`, LARGE_TIMES)));
    for (const { probe, asker } of runners) {
      await probe('stopTurns');
      await asker.dispose();
    }
    const byName = Object.fromEntries(runners.map((runner) => [runner.name, runner]));
    const toFigures = (name, list, { goals = [], tailGoals = [] } = {}) => [
      { name: `${name}, median`, unit: 'ms', values: mapValues(byName, (runner) => median(runner[list])), goals },
      { name: `${name}, 95th percentile`, unit: 'ms', values: mapValues(byName, (runner) => percentile(runner[list], 0.95)), goals: tailGoals },
    ];
    return {
      figures: [
        // By the clock, with waiting for a core in it: the tail is the machine's. What blocks is counted without, and its tail is real.
        ...toFigures('cold plan: first request minus the same again', 'coldMs', { goals: [{ most: 3 }] }),
        ...toFigures('main thread blocked by a new query', 'blockedMs', { tailGoals: [{ most: 5 }] }),
        ...toFigures(`main thread blocked by a new one ${LARGE_TIMES} times as large`, 'largeBlockedMs', { tailGoals: [{ most: 5 }] }),
        ...toFigures('main thread blocked by a known query', 'warmBlockedMs'),
      ],
      details: mapValues(byName, ({ coldMs, blockedMs, warmBlockedMs, largeBlockedMs }) => ({ coldMs, blockedMs, warmBlockedMs, largeBlockedMs })),
    };
  } finally {
    await bed.dispose();
  }
}
