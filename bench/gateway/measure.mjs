import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FLOOR_NAMES, GATEWAY_NAMES } from './gateways/gateways.mjs';
import { printFigures } from './report/print.mjs';
import { readFacts } from './report/facts.mjs';
import { readResults, writeResults } from './report/results.mjs';
import { measureEvents, measureTopics } from './scenarios/events.mjs';
import { measureIdle } from './scenarios/idle.mjs';
import { measurePlan } from './scenarios/plan.mjs';
import { measureReload } from './scenarios/reload.mjs';
import { measureQuery } from './scenarios/query.mjs';

const NAMES = [...GATEWAY_NAMES, ...FLOOR_NAMES];
const SCENARIOS = {
  query: measureQuery,
  plan: measurePlan,
  events: measureEvents,
  topics: measureTopics,
  idle: measureIdle,
  reload: measureReload,
};
const USAGE = `Usage: npm run bench -- [${Object.keys(SCENARIOS).join('|')} …] [--gateways ${NAMES.join(',')}] [--rounds N] [--seconds N] [--minutes N] [--every SECONDS] [--profile FOLDER] [--keep]
Without a scenario: all of them. --gateways, and any other number than the default, measure without writing results; --keep writes them all the same.
--profile leaves a CPU profile of our gateway in that folder.`;

const toNumber = { type: 'string' };
const OPTIONS = { gateways: { type: 'string' }, rounds: toNumber, seconds: toNumber, minutes: toNumber, every: toNumber, profile: { type: 'string' }, keep: { type: 'boolean' } };

function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const strangers = [...positionals.filter((name) => !SCENARIOS[name]), ...(values.gateways?.split(',') ?? []).filter((name) => !NAMES.includes(name))];
    if (strangers.length > 0) throw new Error(`There is no ${strangers.join(', ')}.`);
    const { gateways, profile, keep, ...numbers } = values;
    for (const [name, value] of Object.entries(numbers)) if (!(Number(value) > 0)) throw new Error(`--${name} must be a number above 0.`);
    return {
      names: positionals.length > 0 ? positionals : Object.keys(SCENARIOS),
      isKept: keep ?? Object.keys(values).length === 0,
      settings: { ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)])), ...(gateways && { gateways: gateways.split(',') }), ...(profile && { profileDir: resolve(profile) }) },
    };
  } catch (error) {
    return { error: `${error.message}\n${USAGE}` };
  }
}

/** Measures the scenarios that the arguments name; gives the exit code: 1 where a goal is missed, 2 for arguments that make no sense. */
export async function measure(args) {
  const { error, names, isKept, settings } = readArguments(args);
  if (error) {
    console.error(error);
    return 2;
  }
  let missed = 0;
  for (const name of names) {
    const startedAt = new Date();
    const measured = await SCENARIOS[name](settings);
    missed += printFigures(name, measured.figures);
    // Each is written as soon as it is there: an hour's run that is broken off leaves what it has.
    if (isKept) writeResults({ ...readResults(), [name]: { command: `npm run bench -- ${[name, ...args.filter((argument) => !SCENARIOS[argument] && argument !== '--keep')].join(' ')}`, ...readFacts(startedAt), ...measured } });
  }
  console.log(missed === 0 ? 'Every goal is met.' : `${missed} goals are missed.`);
  return missed === 0 ? 0 : 1;
}
