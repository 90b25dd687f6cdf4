import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Linux says it in files; elsewhere `ps` is asked. */
const hasProc = existsSync('/proc/self/stat');

/** The command that a process runs, with its arguments; empty when there is no such process. */
export async function readCommandLine(pid: number): Promise<string> {
  if (hasProc) return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  return ask(pid, 'command=');
}

/** When a process started, in any unit: ids are used again, and with this one names one process. Empty when there is none. */
export async function readStartTime(pid: number): Promise<string> {
  if (!hasProc) return ask(pid, 'lstart=');
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the command in parentheses, which may hold spaces; the start time is the twentieth after it.
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

const ask = (pid: number, what: string): Promise<string> =>
  run('ps', ['-p', String(pid), '-o', what]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
