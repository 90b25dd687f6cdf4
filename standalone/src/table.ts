import type { RunningStandalone } from './run-standalone.js';

/** What `npm start` says when everything is up. */
export function toTable({ publicUrl, demoPassword, databaseElsewhere }: Pick<RunningStandalone, 'publicUrl' | 'demoPassword' | 'databaseElsewhere'>): string {
  const rows: [string, string][] = [
    ['App', publicUrl],
    ['Graph', `${publicUrl}/graphql  (in a browser: Apollo Sandbox)`],
    ['Explorer', `${publicUrl}/graphiql`],
    ['Health', `${publicUrl}/health`],
    ...(databaseElsewhere ? ([['Database', `${databaseElsewhere} (PostgreSQL does not run as root, and its user can’t reach this folder)`]] as [string, string][]) : []),
    ...(demoPassword ? ([['Demo', `nour@example.org and karim@example.org, password ${demoPassword}`]] as [string, string][]) : []),
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)}${value}`);
  return `\nSecondLife Exchange is running. Ctrl+C stops it.\n\n${lines.join('\n')}\n\n`;
}
