/** A picture that was taken. */
export interface Picture {
  shot: string;
  locale: string;
  /** Such as `390 × 844, light`. */
  look: string;
  file: string;
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A contact sheet: a row for each shot and language, its pictures beside each other. */
export function toContactSheet(pictures: readonly Picture[]): string {
  const rows = Map.groupBy(pictures, ({ shot, locale }) => `${shot} · ${locale}`);
  const toFigure = ({ file, look }: Picture) => `<figure><a href="${escape(file)}"><img loading="lazy" src="${escape(file)}" alt=""></a><figcaption>${escape(look)}</figcaption></figure>`;
  const sections = [...rows].map(([name, row]) => `<section><h2>${escape(name)}</h2><div>${row.map(toFigure).join('')}</div></section>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>
body { font: 14px system-ui; margin: 24px; background: #ddd }
section div { display: flex; gap: 16px; overflow-x: auto; align-items: start }
figure { margin: 0 } img { height: 480px; border: 1px solid #999 } figcaption { color: #555 }
</style><h1>${rows.size} screens</h1>${sections.join('\n')}</html>`;
}
