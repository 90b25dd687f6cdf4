import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** The scripts that a page's own HTML asks for; not those for browsers without modules. */
export const findScripts = (html: string): string[] => {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const read = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  const addresses = tags.flatMap((tag) => {
    if (/\bnomodule\b/i.test(tag)) return [];
    if (tag.startsWith('<script')) return read(tag, 'src') ?? [];
    const isScript = read(tag, 'rel') === 'modulepreload' || (read(tag, 'rel') === 'preload' && read(tag, 'as') === 'script');
    return isScript ? (read(tag, 'href') ?? []) : [];
  });
  return [...new Set(addresses)];
};

/** Measures scripts as they go over the wire, each asked for once. */
export function createScale(url: string): (address: string) => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  const weigh = async (address: string) => gzipSync(Buffer.from(await (await fetch(new URL(address, url))).arrayBuffer())).length;
  return (address) => {
    const known = sizes.get(address) ?? weigh(address);
    sizes.set(address, known);
    return known;
  };
}

/** The scripts that a page had loaded ahead and has not run, five seconds later at most. */
export const findUnusedScripts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const find = () => {
      const run = new Set([...document.scripts].map(({ src }) => src));
      const ahead = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=script], link[rel=modulepreload]')];
      return ahead.map(({ href }) => href).filter((href) => !run.has(href));
    };
    for (let tries = 0; tries < 50 && find().length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    return find();
  });
