import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** An operation that stands ready in a tab of the explorer. */
export interface SavedOperation {
  name: string;
  query: string;
  /** JSON; default none. */
  variables?: string;
}

const require = createRequire(import.meta.url);

/** The explorer's parts, served from here: it works without any other host. */
const ASSETS: Record<string, { from: string; file: string; type: string }> = {
  'react.js': { from: 'react', file: 'umd/react.production.min.js', type: 'text/javascript' },
  'react-dom.js': { from: 'react-dom', file: 'umd/react-dom.production.min.js', type: 'text/javascript' },
  'graphiql.js': { from: 'graphiql', file: 'graphiql.min.js', type: 'text/javascript' },
  'graphiql.css': { from: 'graphiql', file: 'graphiql.min.css', type: 'text/css' },
};

/** These packages do not export their browser builds; they lie beside their package.json. */
const toPath = ({ from, file }: { from: string; file: string }): string => join(dirname(require.resolve(`${from}/package.json`)), file);

/** GraphiQL on /graphiql, with queries, mutations and subscriptions, and the saved operations as its tabs. */
export function registerExplorer(app: FastifyInstance, savedOperations: readonly SavedOperation[]): void {
  const page = toPage(savedOperations);
  app.get('/graphiql', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get<{ Params: { asset: string } }>('/graphiql/:asset', async ({ params }, reply) => {
    const asset = ASSETS[params.asset];
    if (!asset) return reply.code(404).send({ error: 'Not found' });
    return reply.type(`${asset.type}; charset=utf-8`).header('cache-control', 'public, max-age=86400').send(await readFile(toPath(asset)));
  });
}

/** `<` is written as an escape, so that no saved text can end the script. */
const toScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const toPage = (savedOperations: readonly SavedOperation[]): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>GraphiQL</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <style>html, body, #explorer { height: 100%; margin: 0; }</style>
  </head>
  <body>
    <div id="explorer"></div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script>
      const socketUrl = new URL('/graphql', location.href);
      socketUrl.protocol = socketUrl.protocol.replace('http', 'ws');
      const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socketUrl.href });
      const defaultTabs = ${toScript(savedOperations.map(({ query, variables }) => ({ query, variables: variables ?? null })))};
      ReactDOM.createRoot(document.getElementById('explorer')).render(React.createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: true }));
    </script>
  </body>
</html>
`;
