import type { SelectQueryBuilder } from 'typeorm';
import { codedError } from '@secondlife/platform/error-code';
import { isId } from '@secondlife/platform/values/text';
import { withChildren } from '../category/category.js';
import type { Context } from '../context.js';
import type { Point } from '../place/distance.js';
import { requirePoint } from '../place/place.js';
import { requireShortText } from '../require-short-text.js';
import { Item } from './item.entity.js';
import type { ItemFilter } from './item.inputs.js';
import { IS_LISTED, IS_SHOWN_BY_OWNER } from './item-status.js';

/** What someone looks for, checked. */
export interface ItemSearch {
  /** Each stands somewhere in what the item says. */
  words: string[];
  /** Null: any. */
  categoryIds: string[] | null;
  conditions: string[] | null;
  near: Point | null;
  withinMetres: number | null;
  ownerId: string | null;
}

/** Throws BAD_USER_INPUT for a text that is too long, a point that is nowhere, and a distance without a point. */
export function requireSearch(filter: Partial<ItemFilter> | null, near: Point | null): ItemSearch {
  const { text, categories, conditions, withinMetres = null, ownerId } = filter ?? {};
  if (withinMetres !== null && !near) throw codedError('BAD_USER_INPUT', '`withinMetres` needs `near`.');
  if (withinMetres !== null && withinMetres <= 0) throw codedError('BAD_USER_INPUT', '`withinMetres` must be more than 0.');
  return {
    words: toWords(requireShortText(text ?? '', 'text')),
    categoryIds: categories?.length ? withChildren(categories) : null,
    conditions: conditions?.length ? conditions : null,
    near: near && requirePoint(near),
    withinMetres,
    ownerId: ownerId?.toLowerCase() ?? null,
  };
}

/** Control characters part words as spaces do: PostgreSQL takes no NUL. */
const toWords = (text: string): string[] => text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');

/** Anything around the word; what LIKE would read as a pattern stands for itself. */
const toPattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** That `columns` have each word, in SQL, over the parameters that `selectMatching` sets. */
export const hasWords = (columns: string, { words }: ItemSearch): string => words.map((_, index) => `${columns} ILIKE :word${index}`).join(' AND ');

/** Items that the viewer may find so: what is listed; of one owner what is reserved too; of their own everything. */
export function selectItems({ db, viewer }: Context, search: ItemSearch): SelectQueryBuilder<Item> {
  const query = selectMatching(db.createQueryBuilder(Item, 'item'), search);
  if (search.ownerId === null) return query.andWhere(IS_LISTED);
  return search.ownerId === viewer.userId ? query : query.andWhere(IS_SHOWN_BY_OWNER);
}

/** The item when it is listed now and the search lets it through, read anew; else null. */
export function findListedItem({ db }: Context, id: string, search: ItemSearch): Promise<Item | null> {
  return selectMatching(db.createQueryBuilder(Item, 'item'), search).andWhere(IS_LISTED).andWhere('item.id = :id', { id }).getOne();
}

function selectMatching(query: SelectQueryBuilder<Item>, search: ItemSearch): SelectQueryBuilder<Item> {
  const { words, categoryIds, conditions, near, withinMetres, ownerId } = search;
  for (const [index, word] of words.entries()) query.setParameter(`word${index}`, toPattern(word));
  if (near) query.setParameters({ nearLat: near.lat, nearLng: near.lng });
  if (words.length > 0) query.andWhere(hasWords(`concat_ws(' ', item.title, item.description, item.wishes)`, search));
  if (categoryIds) query.andWhere('item.categoryId = ANY (:categoryIds)', { categoryIds });
  if (conditions) query.andWhere('item.condition = ANY (:conditions)', { conditions });
  if (withinMetres !== null) query.andWhere(`${DISTANCE_METRES} <= :withinMetres`, { withinMetres });
  if (ownerId !== null) query.andWhere(isId(ownerId) ? 'item.ownerId = :ownerId' : 'false', { ownerId });
  return query;
}

/** From `near` to the coarsened place, in SQL; null without a place. */
export const DISTANCE_METRES = 'distance_metres(item.placeLat, item.placeLng, :nearLat, :nearLng)';
