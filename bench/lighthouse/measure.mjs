import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { findMissed, findWeakAudits, LIMITS, toFigures, toMedians } from './figures.mjs';
import { findItem, logInAsNour, startPlatform } from './platform.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const RUNS = Number(process.env.RUNS ?? 3);
/** `devtools`: the slow network and processor are there while the page loads; `simulate`: reckoned from a load without them. */
const THROTTLING = process.env.THROTTLING ?? 'devtools';
const RESULTS = fileURLToPath(new URL('results.json', import.meta.url));

/** One run in a browser of its own: nothing is kept from the one before, but who is signed in. */
async function runOnce(url, session) {
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    if (session) await remember(page, url, session);
    const { lhr } = await lighthouse(url, { logLevel: 'error', throttlingMethod: THROTTLING, disableStorageReset: session !== null }, undefined, page);
    return lhr;
  } finally {
    await browser.close();
  }
}

/** What a log-in leaves behind in a browser: its cookies, the device's zone, and the notes of who it was. */
async function remember(page, url, { viewerId, refreshToken, readerToken }) {
  const { origin, hostname } = new URL(url);
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate((id) => localStorage.setItem('sle.viewer', id), viewerId);
  await page.browserContext().setCookie(
    { name: 'sle_refresh', value: refreshToken, domain: hostname, path: '/graphql', httpOnly: true, sameSite: 'Strict', secure: false },
    { name: 'sle_reader', value: readerToken, domain: hostname, path: '/', httpOnly: true, sameSite: 'Strict', secure: false },
    { name: 'sle_time_zone', value: Intl.DateTimeFormat().resolvedOptions().timeZone, domain: hostname, path: '/', sameSite: 'Lax', secure: false },
    { name: 'sle_signed_in', value: '1', domain: hostname, path: '/', sameSite: 'Lax', secure: false },
  );
}

async function measure(platform, { name, path, isPrivate = false }) {
  const reports = [];
  let failures = 0;
  while (reports.length < RUNS) {
    const session = isPrivate ? await logInAsNour(platform) : null;
    const report = await runOnce(platform.url + path(session), session);
    // Now and then a trace has no beginning, and Lighthouse asks to be run again.
    if (!report.runtimeError) reports.push(report);
    else if ((failures += 1) > RUNS) throw new Error(`${name}: ${report.runtimeError.message}`);
  }
  const runs = reports.map((report) => toFigures(report, { isPrivate }));
  return { name, isPrivate, ...toMedians(runs), runs, weak: findWeakAudits(reports[0]), benchmarkIndex: Math.round(reports[0].environment.benchmarkIndex) };
}

/** Measures all pages, writes and prints what came of it; false when a limit is missed. */
export async function measureAll() {
  const facts = readFacts();
  const platform = await startPlatform();
  const pages = [];
  try {
    const item = await findItem(platform);
    const wanted = [
      { name: 'home', path: () => '/fr' },
      { name: 'search', path: () => '/fr/search' },
      { name: 'item', path: () => `/fr/items/${item}` },
      { name: 'exchange', path: ({ exchangeId }) => `/fr/exchanges/${exchangeId}`, isPrivate: true },
    ];
    for (const page of wanted) pages.push(await measure(platform, page));
  } finally {
    await platform.dispose();
  }
  writeFileSync(RESULTS, `${JSON.stringify({ ...facts, throttling: THROTTLING, limits: LIMITS, pages }, null, 2)}\n`);
  return print(pages);
}

function readFacts() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const { version } = createRequire(import.meta.url)('lighthouse/package.json');
  return {
    commit: git('rev-parse', 'HEAD'),
    hasUncommittedChanges: git('status', '--porcelain', '--', 'web', 'gateway', 'subgraphs', 'platform', 'standalone') !== '',
    takenAt: new Date().toISOString(),
    machine: {
      processor: cpus()[0].model,
      cores: cpus().length,
      memoryGib: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      chromium: execFileSync(CHROMIUM, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
      lighthouse: version,
    },
  };
}

function print(pages) {
  const toLimit = ({ least, most }) => (least === undefined ? `≤ ${most}` : `≥ ${least}`);
  const pick = (page) => Object.fromEntries(Object.keys(LIMITS).map((name) => [name, page[name]]));
  console.table(Object.fromEntries([...pages.map((page) => [page.name, pick(page)]), ['limit', Object.fromEntries(Object.entries(LIMITS).map(([name, limit]) => [name, toLimit(limit)]))]]));
  const missed = pages.flatMap((page) => findMissed(page).map((name) => `${page.name}: ${name} is ${page[name]}, not ${toLimit(LIMITS[name])}`));
  for (const line of [...missed, ...pages.flatMap(({ name, weak }) => weak.map((audit) => `${name}: ${audit}`))]) console.log(line);
  console.log(missed.length === 0 ? 'Every limit is kept.' : `${missed.length} limits are missed.`);
  return missed.length === 0;
}
