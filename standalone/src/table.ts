import type { RunningStandalone } from './run-standalone.js';

/** What `npm start` says when everything is up. */
export function toTable({ publicUrl, demoPassword }: Pick<RunningStandalone, 'publicUrl' | 'demoPassword'>): string {
  const rows: [string, string][] = [
    ['Graph', `${publicUrl}/graphql  (in a browser: Apollo Sandbox)`],
    ['Explorer', `${publicUrl}/graphiql`],
    ['Health', `${publicUrl}/health`],
    ...(demoPassword ? ([['Demo', `nour@example.org and karim@example.org, password ${demoPassword}`]] as [string, string][]) : []),
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)}${value}`);
  return `\nSecondLife Exchange is running. Ctrl+C stops it.\n\n${lines.join('\n')}\n\n`;
}
