import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';

/** Asks one gateway over a fixed number of connections that are kept open. */
export function createAsker(url, connections) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 120_000, bodyTimeout: 60_000 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    /** The answer's text; throws when it is not HTTP 200. */
    async ask(request) {
      const { statusCode, body } = await pool.request({ method: 'POST', path: pathname, headers, body: typeof request === 'string' ? request : JSON.stringify(request) });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 500)}`);
      return text;
    },
    dispose: () => pool.destroy(),
  };
}

/** Throws unless an answer says what it must, and nothing of errors. */
export function checkAnswer(name, text, expected) {
  const { data, errors } = JSON.parse(text);
  if (errors || !isDeepStrictEqual(data, expected.data)) throw new Error(`${name} does not answer as it must: ${JSON.stringify(errors ?? data).slice(0, 1000)}`);
}
