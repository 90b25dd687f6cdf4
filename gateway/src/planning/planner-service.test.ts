import { createLogger } from '@secondlife/platform/log';
import { LIBRARY, LIBRARY_OF_OBJECTS } from '../execution/testing/library.js';
import { composeLocal } from '../execution/testing/local-graph.js';
import { SHOP } from '../execution/testing/shop.js';
import { createPlannerService, type PlannerService, type PlannerServiceOptions } from './planner-service.js';

/** Resolves once `isSo`, which is asked every few milliseconds: nothing tells of a process that ended. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('planners in processes of their own', () => {
  const shop = composeLocal(SHOP);
  const services: PlannerService[] = [];
  const planned: string[] = [];
  const start = (options: Partial<PlannerServiceOptions> = {}): PlannerService => {
    const service = createPlannerService({ log: createLogger({ name: 'test', level: 'silent' }), onPlan: (kind) => planned.push(kind), ...options });
    services.push(service);
    return service;
  };
  beforeEach(() => planned.splice(0));
  afterEach(() => services.splice(0).forEach((service) => { service.dispose(); }));

  it('plan by the fast one', async () => {
    const { buildPlan } = await start().load(shop);
    expect(await buildPlan('{ me { id } }', undefined)).toMatchObject({ kind: 'Fetch', serviceName: 'users' });
    expect(planned).toEqual(['hive']);
  });

  it('plan by the thorough one what selects a type that the fast one does not know well', async () => {
    const { buildPlan } = await start().load(composeLocal(LIBRARY));
    await buildPlan('{ work(id: "w1") { title } }', undefined);
    expect(planned).toEqual(['apollo']);
    await buildPlan('{ branches { name } }', undefined);
    expect(planned).toEqual(['apollo', 'hive']);
  });

  it('refuse a supergraph that is none, and go on with the one before', async () => {
    const service = start();
    const { buildPlan } = await service.load(shop);
    await expect(service.load('type Query { a: Int }')).rejects.toThrow();
    await expect(service.load('type Query {')).rejects.toThrow();
    expect(await buildPlan('{ me { id } }', undefined)).toMatchObject({ kind: 'Fetch' });
  });

  it('plan over each of two supergraphs, until one is let go of', async () => {
    const service = start();
    const [one, other] = [await service.load(shop), await service.load(shop.replaceAll('cheapest', 'dearest'))];
    expect(await one.buildPlan('{ cheapest { id } }', undefined)).toMatchObject({ query: expect.stringContaining('cheapest') });
    expect(await other.buildPlan('{ dearest { id } }', undefined)).toMatchObject({ query: expect.stringContaining('dearest') });
    one.dispose();
    await expect(one.buildPlan('{ cheapest { id } }', undefined)).rejects.toThrow();
    expect(await other.buildPlan('{ dearest { id } }', undefined)).toBeDefined();
  });

  it('plan again after a process was killed, and what waited meanwhile too', async () => {
    const service = start();
    const { buildPlan } = await service.load(shop);
    expect(service.pids()).toHaveLength(2);
    const waiting = Promise.all(['{ me { id } }', '{ shop { id } }', '{ cheapest { id } }'].map((text) => buildPlan(text, undefined)));
    for (const pid of service.pids()) process.kill(pid, 'SIGKILL');
    expect(await waiting).toHaveLength(3);
    expect(await buildPlan('{ me { id name } }', undefined)).toMatchObject({ kind: 'Fetch' });
  });

  it('plan again after a process was killed, and the next one while it loaded', async () => {
    const service = start();
    const { buildPlan } = await service.load(shop);
    const kill = (pids: number[]) => pids.forEach((pid) => process.kill(pid, 'SIGKILL'));
    kill(service.pids());
    await until(() => service.pids().length === 0);
    const asked = buildPlan('{ me { id } }', undefined);
    const [fast] = service.pids();
    kill([fast!]);
    await until(() => service.pids().some((pid) => pid !== fast));
    kill(service.pids());
    expect(await asked).toMatchObject({ kind: 'Fetch' });
    expect(await buildPlan('{ me { id name } }', undefined)).toMatchObject({ kind: 'Fetch' });
    expect(planned).toEqual(['apollo', 'hive']);
  });

  it('refuse what takes longer than they may, and plan the next', async () => {
    const service = start({ timeLimitsMs: { hive: 1, apollo: 1_000 } });
    const loaded = await service.load(composeLocal(LIBRARY_OF_OBJECTS));
    const large = `{ ${Array.from({ length: 5_000 }, (_, n) => `a${n}: authors { books { title averageStars related { title } loans { days branch { city } member { name } } } }`).join(' ')} }`;
    const [slow, quick] = await Promise.allSettled([loaded.buildPlan(large, undefined), loaded.buildPlan('{ authors { name } }', undefined)]);
    expect(slow).toMatchObject({ status: 'rejected', reason: { extensions: { code: 'OPERATION_TOO_COMPLEX' } } });
    expect(quick).toMatchObject({ status: 'fulfilled', value: { kind: 'Fetch' } });
  });
});
