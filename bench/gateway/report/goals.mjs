/** What to call them in a table. */
export const LABELS = { ours: 'ours', stock: 'stock', 'hive-js': 'Hive JS', 'hive-rust': 'Hive Rust', 'by-hand': 'by hand', 'plain-ws': 'plain ws' };

/** What of a figure counts for this goal: the value itself, or its ratio to a peer's; null where that was not measured. */
export function toReached({ values }, { beside }) {
  if (!beside) return values.ours ?? null;
  return values.ours === undefined || values[beside] === undefined ? null : values.ours / values[beside];
}

/** Whether a goal is met; null where it can't be told. */
export function isMet(figure, goal) {
  const reached = toReached(figure, goal);
  return reached === null ? null : reached <= goal.most;
}

/** To three digits: no measurement here is better than that. */
export const format = (value) => (value === undefined || value === null ? '–' : String(value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))));

const toFraction = (most) => (most < 1 ? `1/${Math.round(1 / most)}` : `${format(most)}×`);
export const formatGoal = ({ beside, most }, unit) => (beside ? `≤ ${toFraction(most)} of ${LABELS[beside]}` : `≤ ${format(most)}${unit ? ` ${unit}` : ''}`);
export const formatReached = (figure, goal) => {
  const reached = toReached(figure, goal);
  if (reached === null || !goal.beside) return format(reached);
  return reached < 1 ? `1/${format(1 / reached)}` : `${format(reached)}×`;
};
