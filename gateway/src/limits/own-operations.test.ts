import { globSync, readFileSync } from 'node:fs';
import { buildSchema, parse, print, separateOperations } from 'graphql';
import { createCostLimiter, DEFAULT_PER_VIEWER } from './rate/cost-limiter.js';
import { createCostModel, DEFAULT_MAX_COST } from './cost/cost-model.js';
import { createOperationLimits } from './operation/operation-limits.js';

const root = new URL('../../../', import.meta.url).pathname;
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const readAll = (pattern: string) => globSync(pattern, { cwd: root }).map(read);

/** What the web app asks, and what the explorer has saved: each with the fragments that it needs. */
function readOwnTexts(): string[] {
  const web = separateOperations(parse(readAll('web/src/**/*.graphql').join('\n')));
  return [...Object.values(web).map(print), ...readAll('schema/operations/*.graphql')];
}

describe('what this platform asks of itself', () => {
  const texts = readOwnTexts();
  const documents = texts.map((text) => parse(text));
  const model = createCostModel({ schema: buildSchema(read('schema/supergraph.graphql'), { assumeValid: true }) });
  const costs = documents.map((document) => model.estimate(document, null, { first: 24, last: 30, filter: { text: 'bike' }, input: {} }).cost);
  const dearest = Math.max(...costs);

  test('passes with a third of each limit that grows with an operation', () => {
    const third = createOperationLimits({ limits: { tokens: 333, depth: 9, aliases: 10, expandedFields: 333, repeats: 10, comparisons: 1_600, fragments: 33, listSize: 333 } });
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.map((text) => third.check(parse(text, third.parseOptions))?.message ?? null)).toEqual(texts.map(() => null));
  });

  test('costs a fifth of what one operation may, at most', () => {
    expect(dearest).toBeGreaterThan(100);
    expect(dearest).toBeLessThan(DEFAULT_MAX_COST / 5);
    expect(dearest * 25).toBeLessThan(DEFAULT_PER_VIEWER.capacity);
  });

  test('passes when two people write 200 messages at once, and everything else is asked 20 times from one address', async () => {
    const message = parse(read('web/src/chat/send-message.graphql') + read('web/src/chat/messages.graphql'));
    const { cost } = model.estimate(message, 'SendMessage', { input: { exchangeId: '1', body: 'Hello', clientId: '2' } });
    const limiter = createCostLimiter();
    const outcomes = await Promise.all([
      ...Array.from({ length: 200 }, (_, index) => limiter.consume({ viewerKey: index % 2 ? 'anna' : 'bea', address: '127.0.0.1', cost })),
      ...costs.flatMap((cost) => Array.from({ length: 20 }, () => limiter.consume({ viewerKey: null, address: '127.0.0.1', cost }))),
    ]);
    expect(cost).toBeGreaterThan(10);
    expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
  });
});
