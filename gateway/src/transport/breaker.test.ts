import type { FormattedExecutionResult } from 'graphql';
import { sendJson, startRogueServer } from '@secondlife/platform/testing/rogue-server';
import { openClient, type OpenedClient } from './testing/open-client.js';

const SETTINGS = { maxRetries: 0, breaker: { minTries: 4, openMs: 40 } };

/** A subgraph that fails or answers well, as it is told, and can be made to hold an answer back. */
async function startSubgraph() {
  const subgraph = { isDown: true, isHolding: false, finish: () => undefined as void };
  const server = await startRogueServer((response) => {
    const answer = () => (subgraph.isDown ? void response.writeHead(503).end() : sendJson(response, { data: { a: 1 } }));
    if (subgraph.isHolding) subgraph.finish = answer;
    else answer();
  });
  return { server, subgraph };
}

const toKind = (answer: Promise<FormattedExecutionResult>): Promise<unknown> => answer.then(() => 'ok', (error: { kind?: unknown; message: string }) => error.kind ?? error.message);

async function askTimes({ ask }: OpenedClient, count: number, query?: string): Promise<unknown[]> {
  const kinds: unknown[] = [];
  for (let times = 0; times < count; times += 1) kinds.push(await toKind(ask(query)));
  return kinds;
}

/** Asks again and again while the circuit is open; gives what becomes of the one that it lets through. */
async function askUntilTested({ ask, states }: OpenedClient): Promise<{ kind: Promise<unknown> }> {
  for (;;) {
    const kind = toKind(ask('{ test }'));
    if (states.at(-1) === 'half-open') return { kind };
    expect(await kind).toBe('circuit-open');
    await new Promise(setImmediate);
  }
}

describe('the circuit breaker', () => {
  it('opens when too many tries fail, and then asks nothing and fails at once', async () => {
    const { server } = await startSubgraph();
    const opened = openClient([server.url], SETTINGS);
    expect(await askTimes(opened, 6)).toEqual([...Array<string>(4).fill('server-error'), 'circuit-open', 'circuit-open']);
    expect([server.bodies.length, opened.states]).toEqual([4, ['open']]);
    expect(opened.outcomes.at(-1)).toBe('circuit-open');
  });

  it('holds for mutations too', async () => {
    const { server } = await startSubgraph();
    const opened = openClient([server.url], SETTINGS);
    expect((await askTimes(opened, 5, 'mutation { a }')).at(-1)).toBe('circuit-open');
    expect(server.bodies).toHaveLength(4);
  });

  it('lets one through after a while, nobody else meanwhile, and closes when that succeeds', async () => {
    const { server, subgraph } = await startSubgraph();
    const opened = openClient([server.url], SETTINGS);
    await askTimes(opened, 4);
    Object.assign(subgraph, { isDown: false, isHolding: true });
    const { kind } = await askUntilTested(opened);
    expect(await askTimes(opened, 3)).toEqual(['circuit-open', 'circuit-open', 'circuit-open']);
    subgraph.isHolding = false;
    while (server.bodies.length < 5) await new Promise(setImmediate);
    subgraph.finish();
    expect(await kind).toBe('ok');
    expect(opened.states).toEqual(['open', 'half-open', 'closed']);
    expect(await askTimes(opened, 2)).toEqual(['ok', 'ok']);
  });

  it('opens again when the one that it lets through fails', async () => {
    const { server } = await startSubgraph();
    const opened = openClient([server.url], SETTINGS);
    await askTimes(opened, 4);
    expect(await (await askUntilTested(opened)).kind).toBe('server-error');
    expect(await askTimes(opened, 1)).toEqual(['circuit-open']);
    expect(opened.states).toEqual(['open', 'half-open', 'open']);
    expect(server.bodies).toHaveLength(5);
  });

  it('counts timeouts', async () => {
    const { server, subgraph } = await startSubgraph();
    subgraph.isHolding = true;
    const opened = openClient([server.url], { ...SETTINGS, timeoutMs: 10 });
    expect(await askTimes(opened, 5)).toEqual([...Array<string>(4).fill('timeout'), 'circuit-open']);
  });

  it('counts neither GraphQL errors nor pages', async () => {
    const server = await startRogueServer((response, body) => {
      if (body.includes('page')) response.end('<html>');
      else sendJson(response, { data: null, errors: [{ message: 'No' }] });
    });
    const opened = openClient([server.url], SETTINGS);
    await askTimes(opened, 10, '{ page }');
    await askTimes(opened, 10);
    expect([opened.states, server.bodies.length]).toEqual([[], 20]);
  });
});
