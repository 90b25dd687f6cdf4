/** What each page is held to; `least` of scores of 100, `most` in the unit that the name says. */
export const LIMITS = {
  performance: { least: 90 },
  accessibility: { least: 100 },
  bestPractices: { least: 95 },
  seo: { least: 95 },
  lcpSeconds: { most: 2.5 },
  cls: { most: 0.1 },
  tbtMs: { most: 200 },
};

/** Weighed as Lighthouse weighs it, without the audits in `without`; of 100. */
function toScore({ categories, audits }, category, without = []) {
  const counted = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && !without.includes(id));
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return Math.round((100 * counted.reduce((sum, { id, weight }) => sum + weight * audits[id].score, 0)) / total);
}

/** The figures of one run. A private page is rightly kept out of search engines: that is not held against it. */
export function toFigures(report, { isPrivate }) {
  const score = (category) => Math.round(report.categories[category].score * 100);
  const value = (audit) => report.audits[audit].numericValue;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: isPrivate ? toScore(report, 'seo', ['is-crawlable']) : score('seo'),
    seoAsIs: score('seo'),
    lcpSeconds: Math.round(value('largest-contentful-paint') / 10) / 100,
    cls: Math.round(value('cumulative-layout-shift') * 1000) / 1000,
    tbtMs: Math.round(value('total-blocking-time')),
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Each figure's median over the runs. */
export const toMedians = (runs) => Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]));

const isKept = (name, figure) => figure >= (LIMITS[name].least ?? -Infinity) && figure <= (LIMITS[name].most ?? Infinity);

/** The names of the limits that these figures miss. */
export const findMissed = (figures) => Object.keys(LIMITS).filter((name) => !isKept(name, figures[name]));

/** The audits of a report that did not come out well, for who wants to mend them. */
export const findWeakAudits = ({ categories, audits }) =>
  ['accessibility', 'best-practices', 'seo'].flatMap((category) => categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => `${id}: ${audits[id].title}`));
