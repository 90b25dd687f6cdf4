import { getOperationAST, parse } from 'graphql';
import { composeLocal } from '../execution/testing/local-graph.js';
import { SHOP } from '../execution/testing/shop.js';
import { loadInProcess } from './in-process.js';
import { createPlanner, type PlannerOptions } from './planner.js';

describe('a planner', () => {
  const supergraph = loadInProcess(composeLocal(SHOP));
  const toPlan = (options?: PlannerOptions) => {
    const planner = createPlanner(supergraph, options);
    return (text: string, operationName?: string, variables: Record<string, unknown> = {}) => {
      const document = parse(text);
      return planner.plan(document, getOperationAST(document, operationName)!, variables);
    };
  };

  it('plans an operation once, whoever parses it', async () => {
    const plan = toPlan();
    const text = 'query A { me { id } } query B { shop { id } }';
    const ofA = await plan(text, 'A');
    expect(await plan(text, 'A')).toBe(ofA);
    expect(await plan(text, 'B')).not.toBe(ofA);
  });

  it('plans once what is asked for twice at once', async () => {
    const plan = toPlan();
    const [one, other] = await Promise.all([plan('{ me { id } }'), plan('{ me { id } }')]);
    expect(one).toBe(other);
  });

  it('plans an operation for what its conditions say, and not again where they say the same', async () => {
    const plan = toPlan();
    const text = 'query ($a: Boolean!, $b: Int) { me @include(if: $a) { id } shop { id } }';
    const withMe = await plan(text, undefined, { a: true, b: 1 });
    expect(await plan(text, undefined, { a: true, b: 2 })).toBe(withMe);
    expect(JSON.stringify((await plan(text, undefined, { a: false })).root)).not.toContain('users');
    expect(JSON.stringify(withMe.root)).toContain('users');
  });

  it('drops the plan that was not used for longest, once plans take more than they may together', async () => {
    const plan = toPlan({ cacheBytes: 3_500 });
    const [me, shop, cheapest] = ['{ me { id } }', '{ shop { id } }', '{ cheapest { id } }'].map((text) => () => plan(text));
    const [ofMe, ofShop] = [await me?.(), await shop?.()];
    await me?.();
    await cheapest?.();
    expect(await me?.()).toBe(ofMe);
    expect(await shop?.()).not.toBe(ofShop);
  });
});
