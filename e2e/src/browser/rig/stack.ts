import { startStandaloneStack } from '../../stack/standalone-stack.js';

/** The platform as a browser meets it. */
export interface BrowserStack extends AsyncDisposable {
  /** The front door, by the name under which the platform itself knows it, such as `http://localhost:4000`. */
  url: string;
  /** Of the people of the demo community; null without one. */
  demoPassword: string | null;
  /** Where it keeps its data; null when someone else runs it. */
  dataDir: string | null;
  /** What it has written, for a failing test. */
  output(): string;
}

/**
 * The real standalone process from the built output. With `WEB_TEST_URL` (and `WEB_TEST_PASSWORD`, the demo's) one that
 * runs already is used instead, such as `npm run dev` while a screen is being made.
 */
export async function openStack({ hasDemo = false }: { hasDemo?: boolean } = {}): Promise<BrowserStack> {
  const running = process.env['WEB_TEST_URL'];
  if (running) {
    return { url: running, demoPassword: process.env['WEB_TEST_PASSWORD'] ?? null, dataDir: null, output: () => '', [Symbol.asyncDispose]: async () => {} };
  }
  const { port, dataDir, output, dispose } = await startStandaloneStack({ hasDemo });
  return {
    url: `http://localhost:${port}`,
    demoPassword: /password (\S+)/.exec(output())?.[1] ?? null,
    dataDir,
    output,
    [Symbol.asyncDispose]: dispose,
  };
}
