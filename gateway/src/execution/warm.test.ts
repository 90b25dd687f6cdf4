import { parse } from 'graphql';
import { loadInProcess } from '../planning/in-process.js';
import { createExecutor } from './executor.js';
import { composeLocal, createLocalTransports } from './testing/local-graph.js';
import { SHOP } from './testing/shop.js';

describe('an operation that was made ready', () => {
  const loaded = loadInProcess(composeLocal(SHOP));
  let plans = 0;
  const executor = createExecutor<undefined>({
    supergraph: { ...loaded, buildPlan: (...given) => ((plans += 1), loaded.buildPlan(...given)) },
    transports: createLocalTransports(SHOP),
  });
  beforeEach(() => { plans = 0; });

  it('is not planned when it is sent', async () => {
    await executor.warm(parse('{ me { id } }'), undefined);
    expect(plans).toBe(1);
    await executor.execute({ document: parse('{ me { id } }'), context: undefined });
    expect(plans).toBe(1);
  });

  it('is ready for whatever its conditions may say', async () => {
    const text = 'query ($a: Boolean!, $b: Boolean!) { me @include(if: $a) { id } shop @skip(if: $b) { id } }';
    await executor.warm(parse(text), undefined);
    const before = plans;
    for (const [a, b] of [[true, true], [true, false], [false, true], [false, false]]) await executor.execute({ document: parse(text), variables: { a, b }, context: undefined });
    expect([before, plans]).toEqual([4, 4]);
  });
});
