import { format, formatGoal, formatReached, isMet, LABELS } from './goals.mjs';

/** Prints a scenario's figures; gives how many goals they miss. */
export function printFigures(name, figures) {
  console.log(`\n${name}`);
  console.table(Object.fromEntries(figures.map(({ name: figure, unit, values }) => [`${figure}${unit ? ` (${unit})` : ''}`, Object.fromEntries(Object.entries(values).map(([who, value]) => [LABELS[who], format(value)]))])));
  const goals = figures.flatMap((figure) => figure.goals.map((goal) => ({ figure, goal })));
  for (const { figure, goal } of goals) {
    const verdict = { true: 'met', false: 'MISSED', null: 'not measured' }[isMet(figure, goal)];
    console.log(`${figure.name}: ${formatReached(figure, goal)}, goal ${formatGoal(goal, figure.unit)}: ${verdict}`);
  }
  return goals.filter(({ figure, goal }) => isMet(figure, goal) === false).length;
}
