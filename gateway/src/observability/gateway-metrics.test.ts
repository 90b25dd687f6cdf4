import { SubgraphFailure } from '@secondlife/platform/subgraph/subgraph-failure';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { startLiveRig } from '../live/testing/live-rig.js';
import { startGateway } from '../testing/start-gateway.js';
import { CLOCKS } from './testing/clocks.js';

/** What `/metrics` says: each series with its value. */
async function readMetrics(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(url.replace(/\/graphql$/, '') + '/metrics')).text();
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

const countOf = (metrics: ReadonlyMap<string, number>, labels: string): number | undefined => metrics.get(`graphql_operation_duration_seconds_count{${labels}}`);

describe('operations are counted', () => {
  it('by name, type and outcome, and what is refused by its code', async () => {
    await using gateway = await startGateway([CLOCKS]);
    await gateway.post({ query: 'query Clock { clock }' });
    await gateway.post({ query: 'query Clock { clock }' });
    await gateway.post({ query: '{ broken }' });
    await gateway.post({ query: 'query Unknown { nothing }' });
    const metrics = await readMetrics(gateway.url);
    expect([
      countOf(metrics, 'operation="Clock",type="query",outcome="ok"'),
      countOf(metrics, 'operation="anonymous",type="query",outcome="errors"'),
      countOf(metrics, 'operation="unknown",type="unknown",outcome="refused"'),
      metrics.get('graphql_operations_refused_total{code="GRAPHQL_VALIDATION_FAILED"}'),
    ]).toEqual([2, 1, 1, 1]);
  });

  it('so that a stranger’s 1,000 names make 200 series, and the operator’s own are told all the same', async () => {
    await using gateway = await startGateway([CLOCKS], { savedOperations: [{ name: 'Ours', query: 'query Ours { clock }' }] });
    for (let index = 0; index < 1_000; index += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, offset) => gateway.post({ query: `query Stranger${index + offset} { clock }` })));
    }
    await gateway.post({ query: 'query Ours { clock }' });
    const metrics = await readMetrics(gateway.url);
    const names = [...metrics.keys()].filter((key) => key.startsWith('graphql_operation_duration_seconds_count')).map((key) => /operation="(\w+)"/.exec(key)![1]!);
    expect([new Set(names).size, names.filter((name) => name.startsWith('Stranger')).length, names.includes('Ours')]).toEqual([202, 200, true]);
    expect(countOf(metrics, 'operation="other",type="query",outcome="ok"')).toBe(800);
  });

  it('so that a name that is too long is told as another', async () => {
    await using gateway = await startGateway([CLOCKS]);
    await gateway.post({ query: `query ${'a'.repeat(1_000)} { clock }` });
    expect(countOf(await readMetrics(gateway.url), 'operation="other",type="query",outcome="ok"')).toBe(1);
  });
});

describe('behind the door', () => {
  it('plans and fetches are counted, and the cache of plans is measured', async () => {
    await using gateway = await startGateway([CLOCKS]);
    for (let count = 0; count < 3; count += 1) await gateway.post({ query: '{ clock }' });
    const metrics = await readMetrics(gateway.url);
    const planned = (metrics.get('gateway_plans_total{planner="hive"}') ?? 0) + (metrics.get('gateway_plans_total{planner="apollo"}') ?? 0);
    expect([
      planned,
      metrics.get('gateway_plan_cache_misses_total'),
      metrics.get('gateway_plan_cache_hits_total'),
      metrics.get('gateway_plan_cache_entries'),
      metrics.get('gateway_plan_duration_seconds_count'),
      metrics.get('gateway_fetch_duration_seconds_count{subgraph="clocks",outcome="ok"}'),
    ]).toEqual([1, 1, 2, 1, 1, 3]);
    expect(metrics.get('gateway_plan_cache_bytes')).toBeGreaterThan(100);
    expect(metrics.get('nodejs_eventloop_delay_seconds_count')).toEqual(expect.any(Number));
  });

  it('a subgraph that fails is seen by its fetches, retries and circuit', async () => {
    const broken: SubgraphClient = {
      execute: () => Promise.reject(new SubgraphFailure('unreachable', 'Nobody is there.')),
      subscribe: () => Promise.reject(new Error('Nobody is there.')),
      check: async () => undefined,
      dispose: async () => undefined,
    };
    await using gateway = await startGateway([CLOCKS], {
      subgraphs: new Map([['clocks', broken]]),
      getTransportSettings: () => ({ maxRetries: 1, retryDelayMs: 1, breaker: { minTries: 2, openMs: 60_000 } }),
    });
    const states = async () => {
      const metrics = await readMetrics(gateway.url);
      return ['closed', 'half-open', 'open'].map((state) => metrics.get(`gateway_circuit_state{subgraph="clocks",state="${state}"}`));
    };
    expect(await states()).toEqual([1, 0, 0]);
    for (let count = 0; count < 3; count += 1) await gateway.post({ query: '{ clock }' });
    expect(await states()).toEqual([0, 0, 1]);
    const metrics = await readMetrics(gateway.url);
    expect(metrics.get('gateway_fetch_retries_total{subgraph="clocks",reason="unreachable"}')).toBeGreaterThanOrEqual(1);
    expect(metrics.get('gateway_fetch_duration_seconds_count{subgraph="clocks",outcome="unreachable"}')).toBeGreaterThanOrEqual(1);
    expect(metrics.get('gateway_fetch_duration_seconds_count{subgraph="clocks",outcome="circuit-open"}')).toBeGreaterThanOrEqual(1);
  });

  it('subscriptions and what they share are counted', async () => {
    const rig = await startLiveRig();
    try {
      const client = await rig.connect();
      for (const id of ['a', 'b', 'c']) client.subscribe(id, 'subscription Notices { announced { body } }');
      await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3);
      const metrics = await readMetrics(rig.url);
      expect([
        metrics.get('gateway_subscriptions'),
        metrics.get('gateway_subscriptions_waiting'),
        metrics.get('gateway_lanes'),
        metrics.get('gateway_live_events_total{event="opened"}'),
        metrics.get('gateway_live_events_total{event="shared"}'),
        countOf(metrics, 'operation="Notices",type="subscription",outcome="ok"'),
      ]).toEqual([3, 0, 1, 1, 2, 3]);
    } finally {
      await rig.dispose();
    }
  });
});
