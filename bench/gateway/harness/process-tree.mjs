import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
/** The fields of /proc/PID/stat after the name, which may hold spaces; field 4 of proc(5) is the second here. */
const readStat = (pid) => read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, '').split(' ') ?? null;

/** A process and all that descend from it. */
function readTree(pid) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), Number(readStat(name)?.[1])]);
  const toTree = (root) => [root, ...parents.filter(([, parent]) => parent === root).flatMap(([child]) => toTree(child))];
  return toTree(pid);
}

/** User and system time of a process with all its threads and children, ended ones too, in ms; to 10 ms. */
export function readCpuMs(pid) {
  const ticks = readTree(pid).map((one) => (readStat(one) ?? []).slice(11, 15).reduce((sum, part) => sum + Number(part), 0));
  return (ticks.reduce((sum, part) => sum + part, 0) * 1000) / TICKS_PER_SECOND;
}

/** Memory of a process with its children, in bytes: what several share is counted by its part. */
export function readPssBytes(pid) {
  const sizes = readTree(pid).map((one) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${one}/smaps_rollup`) ?? '')?.[1] ?? 0));
  return sizes.reduce((sum, part) => sum + part, 0) * 1024;
}
