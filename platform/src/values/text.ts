import { z } from 'zod';
import type { Words } from '../language.js';
import { invalid, type InvalidInput, type Spoken } from './failures.js';

/** C0 and C1 controls but for tab and line breaks, and the marks that turn the direction of text unseen. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
/** A letter, number, sign or mark that is seen: not only spaces and format characters. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const LINE_BREAKS = /[\t\r\n]/u;

/** What a text may be. */
export interface TextRule {
  /** Characters (code points) after trimming. */
  min: number;
  max: number;
  /** Whether line breaks may stand in it; default no. */
  isMultiline?: boolean;
}

/** A message in both languages for a `zod` rule, which takes one string: `checkInput` takes it apart again. */
export const words = (both: Words): string => JSON.stringify(both);

/** Trimmed text of `min..max` characters without control characters. */
export function text({ min, max, isMultiline = false }: TextRule): z.ZodType<string> {
  return z
    .string()
    .transform((value) => value.trim())
    .refine((value) => value.isWellFormed() && !CONTROLS.test(value) && (isMultiline || !LINE_BREAKS.test(value)), {
      error: words({ fr: 'Ce texte contient des caractères interdits.', en: 'This text has characters that are not allowed.' }),
      abort: true,
    })
    .refine((value) => isBetween([...value].length, min, max) && (min === 0 || VISIBLE.test(value)), {
      error: words({
        fr: min === 0 ? `${max} caractères au plus.` : `Entre ${min} et ${max} caractères.`,
        en: min === 0 ? `At most ${max} characters.` : `Between ${min} and ${max} characters.`,
      }),
    });
}

const isBetween = (value: number, min: number, max: number): boolean => value >= min && value <= max;

/** Input that keeps its rules, or the failure that says which one it breaks. */
export type Checked<T> = { ok: true; value: T } | { ok: false; failure: InvalidInput };

/** `input` by the rules of `shape`; the first broken one as InvalidInput with its path, in the viewer's language. */
export function checkInput<T>(context: Spoken, shape: z.ZodType<T>, input: unknown): Checked<T> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0]!;
  return { ok: false, failure: invalid(context, issue.path.map(String), toWords(issue.message)) };
}

function toWords(message: string): Words {
  try {
    return JSON.parse(message) as Words;
  } catch {
    return { fr: 'Cette valeur n’est pas permise.', en: 'This value is not allowed.' };
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `id` could be an id of ours at all; one that could not is an unknown id, and never reaches the database. */
export const isId = (id: string): boolean => UUID.test(id);
