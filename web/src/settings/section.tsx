import { useId, type ReactNode } from 'react';

/** A part of the settings, with its name. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-panel border border-line bg-surface p-5 desk:p-7">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {text && <p className="mt-1.5 text-ink-2">{text}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
