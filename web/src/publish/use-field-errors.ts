'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LIMITS, type Problem, type PublishField } from './publish-form';

/** What the browser found, in words of the page's language; or what the graph said. */
type Wrong = { problem: Problem } | { message: string };

export type FieldErrors = Partial<Record<PublishField, string>>;

/** What is wrong, by field, and for a person. */
export function useFieldErrors() {
  const t = useTranslations('publish');
  const [wrongs, setWrongs] = useState<Partial<Record<PublishField, Wrong>>>({});

  function toText(field: PublishField, wrong: Wrong): string {
    if ('message' in wrong) return wrong.message;
    const { min, max } = field in LIMITS ? LIMITS[field as keyof typeof LIMITS] : { min: 0, max: 0 };
    switch (wrong.problem) {
      case 'missing':
        return t(`missing.${field}`);
      case 'tooShort':
        return t('tooShort', { min });
      case 'tooLong':
        return t('tooLong', { max });
      default:
        return wrong.problem satisfies never;
    }
  }

  const errors: FieldErrors = Object.fromEntries(Object.entries(wrongs).map(([field, wrong]) => [field, toText(field as PublishField, wrong)]));
  return {
    errors,
    /** In place of what was wrong before. */
    setProblems(problems: readonly { field: PublishField; problem: Problem }[]): void {
      setWrongs(Object.fromEntries(problems.map(({ field, problem }) => [field, { problem }])));
    },
    setRefusal(field: PublishField, message: string): void {
      setWrongs({ [field]: { message } });
    },
    clear(field: PublishField): void {
      setWrongs(({ [field]: _, ...others }) => others);
    },
  };
}
