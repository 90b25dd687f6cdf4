import { once } from 'node:events';
import { WebSocket } from 'ws';
import { registerPerson } from './people.js';
import { startStandaloneStack, type StandaloneStack } from './stack/standalone-stack.js';

let stack: StandaloneStack;
beforeAll(async () => {
  stack = await startStandaloneStack();
}, 30_000);
afterAll(() => stack.dispose(), 30_000);

const REFRESH = 'mutation { refreshSession(input: {}) { __typename ... on Session { accessToken refreshToken viewer { id unreadMessages } } } }';
const post = async (query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${stack.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
  return { cookies: response.headers.getSetCookie(), status: response.status, body: (await response.json()) as { data: Record<string, { __typename: string; viewer: { id: string } }> } };
};
/** How a socket is closed that says who it is for. */
const openSocket = async (authorization: string) => {
  const socket = new WebSocket(stack.url.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { code, reason: String(reason) };
};
const logInAgain = async (email: string, password: string): Promise<string> => {
  const { body } = await post(`mutation { logIn(input: { email: "${email}", password: "${password}" }) { ... on Session { accessToken } } }`);
  return (body.data['logIn'] as unknown as { accessToken: string }).accessToken;
};
const toPair = (cookies: string[]) => cookies[0]!.split(';')[0]!;

describe('a session in a browser', () => {
  it('goes on by its cookie, which is set for the graph alone, and ends with it', async () => {
    const { email, password, id } = await registerPerson(stack.url);
    const logIn = await post(`mutation { logIn(input: { email: "${email}", password: "${password}" }) { __typename } }`);
    expect(logIn.cookies).toEqual([
      expect.stringMatching(/^sle_refresh=[\w-]+; Max-Age=2592000; Path=\/graphql; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(/^sle_reader=[\w.-]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);

    const refreshed = await post(REFRESH, { cookie: toPair(logIn.cookies) });
    expect(refreshed.body.data['refreshSession']).toMatchObject({ __typename: 'Session', viewer: { id } });
    expect(toPair(refreshed.cookies)).not.toBe(toPair(logIn.cookies));

    const { accessToken } = refreshed.body.data['refreshSession'] as unknown as { accessToken: string };
    const out = await post('mutation { logOut }', { authorization: `Bearer ${accessToken}`, cookie: toPair(refreshed.cookies) });
    expect(out.cookies).toEqual([expect.stringMatching(/^sle_refresh=; Max-Age=0; /), expect.stringMatching(/^sle_reader=; Max-Age=0; /)]);
    expect((await post(REFRESH, { cookie: toPair(refreshed.cookies) })).body.data['refreshSession']).toEqual({ __typename: 'SessionExpired' });
  });

  it('can be read with by the token of its other cookie, and nothing else done, as long as it lasts', async () => {
    const { email, password, id } = await registerPerson(stack.url);
    const { cookies } = await post(`mutation { logIn(input: { email: "${email}", password: "${password}" }) { __typename } }`);
    const authorization = `Bearer ${/^sle_reader=([^;]+)/.exec(cookies[1]!)![1]}`;
    expect((await post('{ me { id } }', { authorization })).body.data).toEqual({ me: { id } });
    const refused = [expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })];
    expect((await post('mutation { logOutEverywhere }', { authorization })).body).toMatchObject({ errors: refused });
    expect(await openSocket(authorization)).toEqual({ code: 4403, reason: 'Forbidden' });
    // A cookie alone says nothing to the graph.
    expect((await post('{ me { id } }', { cookie: toPair(cookies.slice(1)) })).body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await post('mutation { logOutEverywhere }', { authorization: `Bearer ${await logInAgain(email, password)}` });
    expect((await post('{ me { id } }', { authorization })).status).toBe(401);
  });

  it('is nobody’s for the other subgraphs in the operation that begins it', async () => {
    const { email, password } = await registerPerson(stack.url);
    const { body } = await post(`mutation { logIn(input: { email: "${email}", password: "${password}" }) { ... on Session { viewer { id unreadMessages } } } }`);
    expect(body.data['logIn']).toEqual({ viewer: { id: expect.any(String), unreadMessages: null } });
  });
});
