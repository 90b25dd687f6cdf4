import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Early } from './begin';
import { createEarlyFetch } from './early-fetch';

const toBody = (operationName: string, variables: object) => JSON.stringify({ operationName, variables, query: '{ }' });

describe('what a page has asked for by itself', () => {
  let server: Server;
  let asked: string[];
  let url: string;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(chunk.toString())).on('end', () => response.end('later'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => void server.close());

  const begin = (response: Promise<Response | null>): Early => ({
    viewerId: 'nour',
    session: Promise.resolve(null),
    release() {},
    asked: [{ operation: { operationName: 'Exchange', query: '{ }', variables: { id: '1' } }, response }],
  });
  const post = (fetchEarly: typeof fetch, body: string) => fetchEarly(url, { method: 'POST', body }).then((response) => response.text());
  const early = () => Promise.resolve(new Response('early'));

  it('is answered by what came of it, once', async () => {
    const fetchEarly = createEarlyFetch(begin(early()), () => 'nour');
    const body = toBody('Exchange', { id: '1', last: 30 });
    expect([await post(fetchEarly, body), await post(fetchEarly, body)]).toEqual(['early', 'later']);
    expect(asked).toEqual([body]);
  });

  it.each([
    ['another operation', toBody('Exchanges', { id: '1' }), 'nour'],
    ['other variables', toBody('Exchange', { id: '2' }), 'nour'],
    ['another person', toBody('Exchange', { id: '1' }), 'karim'],
    ['nobody', toBody('Exchange', { id: '1' }), null],
  ])('is nothing to %s', async (_, body, viewerId) => {
    expect(await post(createEarlyFetch(begin(early()), () => viewerId), body)).toBe('later');
  });

  it('is asked for where the page had no token for it', async () => {
    expect(await post(createEarlyFetch(begin(Promise.resolve(null)), () => 'nour'), toBody('Exchange', { id: '1' }))).toBe('later');
  });

  it('fails as a request does, and then is asked for anew', async () => {
    const fetchEarly = createEarlyFetch(begin(Promise.reject(new TypeError('Failed to fetch'))), () => 'nour');
    await expect(post(fetchEarly, toBody('Exchange', { id: '1' }))).rejects.toThrow(TypeError);
    expect(await post(fetchEarly, toBody('Exchange', { id: '1' }))).toBe('later');
  });
});
