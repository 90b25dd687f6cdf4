import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './stack/process.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
interface Compose {
  services: Record<string, { build?: string; command?: string[]; environment?: Record<string, string>; ports?: string[] }>;
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const rover = parse(read('rover.yaml')) as { subgraphs: Record<string, { routing_url: string }> };

describe('docker-compose.yml', () => {
  it('runs the gateway, the web app, and every subgraph that rover.yaml names, where rover.yaml says', () => {
    const ours = Object.entries(compose.services).filter(([, { build }]) => build);
    expect(ours.map(([name]) => name).toSorted()).toEqual(['gateway', 'web', ...Object.keys(rover.subgraphs)].toSorted());
    for (const [name, { routing_url: url }] of Object.entries(rover.subgraphs)) {
      const { command, environment } = compose.services[name]!;
      expect(url).toBe(`http://${name}:${environment!['PORT']}/graphql`);
      expect(command!.at(-1)).toBe(`subgraphs/${name}/dist/main.js`);
      expect(environment!['DATABASE_URL']).toContain(`postgres://${name}:`);
      expect(compose.services['gateway']!.environment![`${name.toUpperCase()}_URLS`]).toBe(`http://${name}:${environment!['PORT']}`);
    }
  });

  it('has the gateway hand pages on to the web app, and the web app ask the gateway', () => {
    const { gateway, web } = compose.services;
    expect(gateway!.environment!['WEB_URL']).toBe(`http://web:${web!.environment!['PORT']}`);
    expect(web!.environment!['GRAPH_URL']).toBe(`http://gateway:${gateway!.environment!['PORT']}/graphql`);
  });

  it('holds no secret: each comes from the environment, and is asked for when it is missing', () => {
    const names = Object.values(compose.services).flatMap(({ environment = {} }) => Object.entries(environment));
    for (const [name, value] of names) if (/SECRET|PASSWORD/.test(name)) expect(value).toMatch(/^\$\{\w+:\?/);
  });
});

describe('the Dockerfile', () => {
  it('installs every workspace', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    const folders = workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: ROOT }));
    expect(folders.length).toBeGreaterThan(8);
    for (const manifest of folders) expect(read('Dockerfile')).toContain(`COPY ${manifest} `);
  });

  it('runs what the build makes', () => {
    for (const { build, command } of Object.values(compose.services)) {
      const source = command?.at(-1)?.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
      if (build) expect(globSync(source!, { cwd: ROOT })).toHaveLength(1);
    }
  });
});
