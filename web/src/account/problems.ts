'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { HandleProblem } from './handle';

/** What is wrong with a field: the name of our text, which follows the language, or the graph's own words. */
export type Problem =
  | HandleProblem
  | 'displayNameMissing'
  | 'displayNameLong'
  | 'handleMissing'
  | 'handleTaken'
  | 'areaLong'
  | 'emailMissing'
  | 'emailIncomplete'
  | 'emailTaken'
  | 'passwordMissing'
  | 'passwordLength'
  | 'wrongCredentials'
  | { message: string };

type Problems<Name extends string> = Partial<Record<Name, Problem | null>>;

/** The field of a form that the graph's `InvalidInput.field` means; null for none of them. */
export const findField = <Name extends string>(names: readonly Name[], path: readonly string[]): Name | null => names.find((name) => name === path[0]) ?? null;

/** What is wrong with the fields of a form, told at each; when it is told, the first wrong field has the focus. */
export function useProblems<Name extends string>() {
  const t = useTranslations('account');
  const form = useRef<HTMLFormElement>(null);
  const [told, setTold] = useState<{ problems: Problems<Name>; attempt: number }>({ problems: {}, attempt: 0 });

  useEffect(() => {
    if (told.attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [told.attempt]);

  return {
    form,
    /** Tells them, in place of those before; true when there is any. */
    tell(problems: Problems<Name>): boolean {
      setTold(({ attempt }) => ({ problems, attempt: attempt + 1 }));
      return Object.values(problems).some((problem) => problem !== null && problem !== undefined);
    },
    /** Says no more of a field, since it is being changed; or something else. */
    retell(name: Name, problem: Problem | null = null): void {
      if ((told.problems[name] ?? null) !== problem) setTold({ ...told, problems: { ...told.problems, [name]: problem } });
    },
    textOf(name: Name): string | null {
      const problem: Problem | null = told.problems[name] ?? null;
      if (!problem) return null;
      return typeof problem === 'string' ? t(`problems.${problem}`) : problem.message;
    },
  };
}
