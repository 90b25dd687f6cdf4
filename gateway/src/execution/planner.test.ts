import { parse } from 'graphql';
import { createPlanner } from './planner.js';
import { composeLocal } from './testing/local-graph.js';
import { SHOP } from './testing/shop.js';

describe('a planner', () => {
  const supergraphSdl = composeLocal(SHOP);

  it('plans an operation once, whoever parses it', () => {
    const { plan } = createPlanner(supergraphSdl);
    const text = 'query A { me { id } } query B { shop { id } }';
    expect(plan(parse(text), 'A')).toBe(plan(parse(text), 'A'));
    expect(plan(parse(text), 'A')).not.toBe(plan(parse(text), 'B'));
  });

  it('drops the plan that was not used for longest', () => {
    const { plan } = createPlanner(supergraphSdl, { cachedPlanCount: 2 });
    const [me, shop, cheapest] = ['{ me { id } }', '{ shop { id } }', '{ cheapest { id } }'].map((text) => () => plan(parse(text), undefined));
    const [ofMe, ofShop] = [me?.(), shop?.()];
    me?.();
    cheapest?.();
    expect(me?.()).toBe(ofMe);
    expect(shop?.()).not.toBe(ofShop);
  });
});
