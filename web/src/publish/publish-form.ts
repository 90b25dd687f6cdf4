import type { ItemCondition } from '../graph/schema.generated';
import type { Town } from '../town/town';

/** What is filled in, beside the photos. */
export interface PublishForm {
  title: string;
  description: string;
  categoryId: string | null;
  condition: ItemCondition | null;
  wishes: string;
  town: Town | null;
}

/** What a wrong word can be about. */
export type PublishField = keyof PublishForm | 'photos';

/** The screens, in their order. */
export const STEPS = ['photos', 'what', 'condition', 'where'] as const;
export type Step = (typeof STEPS)[number];

export const EMPTY_FORM: PublishForm = { title: '', description: '', categoryId: null, condition: null, wishes: '', town: null };

/** From the best on. */
export const CONDITIONS = ['NEW', 'LIKE_NEW', 'GOOD', 'FAIR', 'FOR_PARTS'] as const satisfies readonly ItemCondition[];

/** Characters; the graph's own limits. */
export const LIMITS = { title: { min: 3, max: 80 }, description: { min: 1, max: 4_000 }, wishes: { min: 0, max: 500 } } as const;

/** What each screen asks for, from above. */
const FIELDS: Record<Step, readonly PublishField[]> = {
  photos: ['photos'],
  what: ['title', 'description', 'categoryId'],
  condition: ['condition', 'wishes'],
  where: ['town'],
};

export const stepOf = (field: PublishField): Step => STEPS.find((step) => FIELDS[step].includes(field))!;

/** As the graph counts: by code points, without the space around. */
export const countCharacters = (text: string): number => [...text.trim()].length;

/** What may be wrong with a field that the browser can tell by itself. */
export type Problem = 'missing' | 'tooShort' | 'tooLong';

function checkText(text: string, { min, max }: { min: number; max: number }): Problem | null {
  const count = countCharacters(text);
  if (count === 0 && min > 0) return 'missing';
  if (count < min) return 'tooShort';
  return count > max ? 'tooLong' : null;
}

function checkField(form: PublishForm, field: PublishField): Problem | null {
  switch (field) {
    case 'title':
    case 'description':
    case 'wishes':
      return checkText(form[field], LIMITS[field]);
    case 'categoryId':
    case 'condition':
    case 'town':
      return form[field] === null ? 'missing' : null;
    case 'photos':
      return null;
    default:
      return field satisfies never;
  }
}

/** What is wrong on a screen, from above; empty when one may go on. */
export const checkStep = (form: PublishForm, step: Step): { field: PublishField; problem: Problem }[] =>
  FIELDS[step].flatMap((field) => {
    const problem = checkField(form, field);
    return problem ? [{ field, problem }] : [];
  });

/** Whether anything is filled in that would be a pity to lose. */
export const isBegun = ({ title, description, categoryId, condition, wishes }: PublishForm): boolean =>
  title.trim() !== '' || description.trim() !== '' || wishes.trim() !== '' || categoryId !== null || condition !== null;
