'use client';
import { useTranslations } from 'next-intl';
import { Field, TextArea } from '@/ui/field';

/** Longest note, in characters, by the graph's rules. */
export const MOST_NOTE = 500;
/** From here on it says how many are left. */
const NEAR_NOTE = 420;

export const countCharacters = (text: string): number => [...text.trim()].length;

/** A word for the other one. */
export function NoteField({ name, note, onNote }: { name: string; note: string; onNote(note: string): void }) {
  const t = useTranslations('propose');
  const length = countCharacters(note);
  return (
    <div className="mt-6 desk:mt-0">
      <Field
        label={t('note', { name })}
        hint={length > NEAR_NOTE ? t('left', { count: MOST_NOTE - length }) : t('noteHint')}
        error={length > MOST_NOTE ? t('tooLong', { count: length - MOST_NOTE }) : null}
      >
        <TextArea
          value={note}
          onChange={(event) => onNote(event.target.value)}
          // By itself a browser brings the line where one writes out from under the button, and not the field.
          onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
          placeholder={t('notePlaceholder')}
          className="scroll-mb-20"
        />
      </Field>
    </div>
  );
}
