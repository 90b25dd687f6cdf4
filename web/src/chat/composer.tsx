'use client';
import { SendHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useDraft } from '@/exchange/use-draft';
import { addToOutbox } from '@/offline/outbox';
import { cn } from '@/ui/cn';

/** Longest message, in characters, by the graph's rules. */
const MOST = 4_000;
/** From here on it says how many are left. */
const NEAR = 3_800;

const count = (text: string): number => [...text].length;

/** What others may do with the place to write. */
export interface ComposerHandle {
  /** Puts a text into it, after what stands there. */
  put(text: string): void;
}

interface ComposerProps {
  exchangeId: string;
  viewerId: string;
  onFocus(): void;
  ref: Ref<ComposerHandle>;
}

/** The place to write. What stands in it is kept on this device letter by letter; what is sent waits in the outbox until it has gone out. */
export function Composer({ exchangeId, viewerId, onFocus, ref }: ComposerProps) {
  const t = useTranslations('chat');
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isFailed, setIsFailed] = useState(false);
  const { value: text, change, clear } = useDraft(`chat:${viewerId}:${exchangeId}`, '');
  const left = MOST - count(text.trim());
  const isSendable = text.trim() !== '' && left >= 0;

  useImperativeHandle(ref, () => ({
    put(more) {
      change(text.trim() ? `${text}\n${more}` : more);
      field.current?.focus();
    },
  }));

  async function send(): Promise<void> {
    if (!isSendable) return;
    clear();
    try {
      await addToOutbox({ exchangeId, viewerId, body: text.trim() });
      setIsFailed(false);
    } catch {
      // Nothing typed is lost, though this browser keeps nothing.
      change(text);
      setIsFailed(true);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    // On a phone Enter is a new line; while a word is composed it belongs to the keyboard.
    const isSend = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && matchMedia('(hover: hover) and (pointer: fine)').matches;
    if (!isSend) return;
    event.preventDefault();
    void send();
  }

  const hint = isFailed ? t('notKept') : left < 0 ? t('tooLong', { count: -left }) : left <= MOST - NEAR ? t('left', { count: left }) : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
        field.current?.focus();
      }}
      className="shrink-0 border-t border-line bg-surface px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <p id={hintId} role="status" className={cn('mx-auto max-w-3xl px-2 text-xs', hint && 'pb-1.5', left < 0 || isFailed ? 'font-medium text-clay-ink' : 'text-ink-2')}>
        {hint}
      </p>
      <div className="mx-auto flex max-w-3xl items-end gap-2.5">
        <textarea
          ref={field}
          dir="auto"
          rows={1}
          value={text}
          onChange={({ target }) => change(target.value)}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          aria-label={t('write')}
          aria-describedby={hintId}
          aria-invalid={left < 0}
          placeholder={t('write')}
          enterKeyHint="enter"
          className="field-sizing-content max-h-[min(11rem,30dvh)] min-h-11.5 min-w-0 flex-1 resize-none rounded-[1.4rem] bg-sunk px-4.5 py-2.75 text-lg leading-normal text-ink placeholder:text-ink-2"
        />
        <button
          type="submit"
          aria-label={t('send')}
          aria-disabled={!isSendable}
          className="grid size-11.5 shrink-0 place-items-center rounded-full bg-leaf text-on-leaf transition-transform active:scale-95 aria-disabled:bg-sunk aria-disabled:text-ink-2"
        >
          <SendHorizontal className="size-5.5" aria-hidden />
        </button>
      </div>
    </form>
  );
}
