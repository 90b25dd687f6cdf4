import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createLogger } from '../log.js';
import { createHttpServer } from './http-server.js';
import { listen, PortTakenError } from './listen.js';

const log = createLogger({ name: 'test', level: 'silent' });

describe('a process’ own routes', () => {
  it('says of each part whether it is up and how long it took', async () => {
    await using app = createHttpServer({ log, checks: { database: async () => 1, redis: async () => Promise.reject(new Error('secret host')) } });
    const response = await app.inject('/health');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({
      status: 'down',
      parts: { database: { status: 'up', latencyMs: expect.any(Number) }, redis: { status: 'down', latencyMs: expect.any(Number) } },
    });
    expect(response.body).not.toContain('secret host');
  });

  it('lives, is ready, and shows its metrics', async () => {
    await using app = createHttpServer({ log, checks: {} });
    expect((await app.inject('/livez')).statusCode).toBe(200);
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    expect((await app.inject('/metrics')).body).toContain('process_cpu_seconds_total');
  });

  it('counts as delay of the event loop what is late, not the wait until it looks again', async () => {
    await using app = createHttpServer({ log, checks: {} });
    const count = async (upTo: string) => Number.parseInt((await app.inject('/metrics')).body.split(`nodejs_eventloop_delay_seconds_bucket{le="${upTo}"} `)[1]!, 10);
    while ((await count('0.05')) === 0) await wait(20);
    const countLate = async () => (await count('+Inf')) - (await count('0.2'));
    const before = await countLate();
    const blockedUntilMs = performance.now() + 400;
    while (performance.now() < blockedUntilMs);
    await wait(20);
    expect(await countLate()).toBe(before + 1);
  });

  it('answers a body that is no JSON with 400 and a coded error', async () => {
    await using app = createHttpServer({ log, checks: {} });
    app.post('/', async () => 'never');
    const response = await app.inject({ method: 'POST', url: '/', payload: '{"a":', headers: { 'content-type': 'application/json' } });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is closed at once, also beside a connection over which nothing was said', async () => {
    const app = createHttpServer({ log, checks: {} });
    const silent = connect(await listen(app, { port: 0, host: '127.0.0.1' }), '127.0.0.1');
    await once(silent, 'connect');
    expect((await app.inject('/livez')).statusCode).toBe(200);
    const left = once(silent.resume(), 'close');
    const beganMs = performance.now();
    await app.close();
    await left;
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  });

  it('names the port that is taken', async () => {
    await using first = createHttpServer({ log, checks: {} });
    await using second = createHttpServer({ log, checks: {} });
    const port = await listen(first, { port: 0, host: '127.0.0.1' });
    await expect(listen(second, { port, host: '127.0.0.1' })).rejects.toThrow(PortTakenError);
    await expect(listen(second, { port, host: '127.0.0.1' })).rejects.toThrow(`Port ${port}`);
  });
});
