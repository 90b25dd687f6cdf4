'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { rememberSearch } from './recent-searches';

/** So long after the last key the address follows, in milliseconds. */
const PAUSE_MS = 300;

interface SearchFieldProps {
  /** What the address says. */
  text: string;
  onChange(text: string): void;
  /** One came here to write. */
  autoFocus: boolean;
}

/** The words that are searched for. The address follows what is written, and what is written follows the address. */
export function SearchField({ text, onChange, autoFocus }: SearchFieldProps) {
  const t = useTranslations('search');
  const tFrame = useTranslations('frame');
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (text !== sent) {
    setSent(text);
    // Ours comes back trimmed: then what is being written stays.
    if (text !== typed.trim()) setTyped(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function send(next: string, waitMs: number): void {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(next.trim());
      onChange(next);
    }, waitMs);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    send(typed, 0);
    rememberSearch(typed);
    // The keyboard of a phone makes room for what was found.
    if (window.matchMedia('(pointer: coarse)').matches) input.current?.blur();
  }
  return (
    <form role="search" onSubmit={submit} className="relative flex-1">
      <Search className="pointer-events-none absolute top-1/2 left-4.5 size-5 -translate-y-1/2 text-ink-2" aria-hidden />
      <input
        ref={input}
        type="search"
        name="q"
        dir="auto"
        value={typed}
        onChange={(event) => send(event.target.value, PAUSE_MS)}
        onBlur={() => rememberSearch(typed)}
        autoFocus={autoFocus}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        aria-label={t('label')}
        placeholder={tFrame('searchPlaceholder')}
        className="h-12.5 w-full rounded-full border border-line bg-surface px-12.5 text-lg text-ellipsis placeholder:text-ink-2 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed && (
        <button
          type="button"
          aria-label={t('clearText')}
          onClick={() => {
            send('', 0);
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1 grid size-11 -translate-y-1/2 place-items-center rounded-full text-ink-2 hover:text-ink"
        >
          <X className="size-5" aria-hidden />
        </button>
      )}
    </form>
  );
}
