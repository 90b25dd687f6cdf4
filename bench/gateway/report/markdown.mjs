import { format, formatGoal, formatReached, isMet, LABELS } from './goals.mjs';

const VERDICTS = { true: 'kept', false: '**missed**', null: 'not measured' };
/** Not that in which they were measured last. */
const ORDER = ['query', 'plan', 'events', 'topics', 'idle', 'reload'];
const toRow = (cells) => `| ${cells.join(' | ')} |`;
const toTable = (head, rows) => [toRow(head), toRow(head.map(() => '---')), ...rows.map(toRow)].join('\n');

function toFigureRows(figure, columns) {
  const cells = [`${figure.name}${figure.unit ? `, ${figure.unit}` : ''}`, ...columns.map((name) => format(figure.values[name]))];
  if (figure.goals.length === 0) return [[...cells, '', '', '']];
  // Further goals of the same figure stand under the first, with nothing repeated.
  return figure.goals.map((goal, index) => [...(index === 0 ? cells : cells.map(() => '')), formatReached(figure, goal), formatGoal(goal, figure.unit), VERDICTS[isMet(figure, goal)]]);
}

function toSection([name, { command, commit, hasUncommittedChanges, takenAt, machine, figures }]) {
  const columns = Object.keys(LABELS).filter((label) => figures.some(({ values }) => values[label] !== undefined));
  return [
    `## ${name}`,
    toTable(['figure', ...columns.map((column) => LABELS[column]), 'reached', 'goal', ''], figures.flatMap((figure) => toFigureRows(figure, columns))),
    `\`${command}\`, commit ${commit.slice(0, 10)}${hasUncommittedChanges ? ' with uncommitted changes' : ''}, ${takenAt.slice(0, 10)}, ${machine.cores} × ${machine.processor}, ${machine.memoryGib} GiB, Node ${machine.node.slice(1)}, load ${machine.loadAtEnd[0]} at the end.`,
  ].join('\n\n');
}

/** The page that people read: a table for each scenario, with what it was taken with. */
export function toMarkdown(results) {
  const [latest] = Object.values(results).toSorted((a, b) => b.takenAt.localeCompare(a.takenAt));
  const versions = Object.entries(latest.versions).map(([name, version]) => `${name} ${version}`).join(', ');
  return `${[
    '# The gateway beside its peers',
    `Written by \`npm run bench\`; how each figure is taken is in [README.md](README.md), every round's number in [gateway/results.json](gateway/results.json). Ratios are within one run, in which all took turns on one machine; times of different runs are not to be compared. Peers: ${versions}.`,
    ...ORDER.filter((name) => results[name]).map((name) => toSection([name, results[name]])),
  ].join('\n\n')}\n`;
}
