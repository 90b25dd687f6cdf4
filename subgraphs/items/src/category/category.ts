import { createHash } from 'node:crypto';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import type { Words } from '@secondlife/platform/language';
import { CATEGORY_TABLE, type CategoryRow } from './category-table.js';

/** A kind of object. `name` and `parent` are the resolver's. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A kind of object; two levels deep.' })
export class Category {
  constructor({ slug, nameFr, nameEn, parentSlug, newFootprintKg }: CategoryRow) {
    this.id = toCategoryId(slug);
    this.slug = slug;
    this.newFootprintKg = newFootprintKg;
    this.names = { fr: nameFr, en: nameEn };
    this.parentId = parentSlug && toCategoryId(parentSlug);
  }

  @Field(() => ID, { description: 'Opaque; the same on every installation.' })
  id: string;

  @Field({ description: 'Unique, in English, for addresses: a-z and hyphens. It never changes.' })
  slug: string;

  @Field(() => Float, {
    nullable: true,
    description: 'kg CO2e to make and distribute a new one, when a source (ADEME) gives it. It is not what a swap avoids.',
  })
  newFootprintKg: number | null;

  names: Words;
  parentId: string | null;
}

/** The namespace of the ids below; any fixed one, as long as it stays. */
const NAMESPACE = Buffer.from('7f6a1c0e5b7d4c7a9d5e3b1f0a2c4e68', 'hex');

/** The UUIDv5 (RFC 9562) of a slug: a category has the same id wherever and whenever the table is read. */
function toCategoryId(slug: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(slug).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** All, a parent before its children, in the order in which they are shown. */
export const CATEGORIES: readonly Category[] = CATEGORY_TABLE.map((row) => new Category(row));
const byId = new Map(CATEGORIES.map((category) => [category.id, category]));

/** Null for an unknown or malformed id. */
export const findCategory = (id: string): Category | null => byId.get(id.toLowerCase()) ?? null;

/** The category of a row of ours; throws when the table no longer has it. */
export function getCategory(id: string): Category {
  const category = findCategory(id);
  if (!category) throw new Error(`There is no category ${id}`);
  return category;
}

/** Those of the ids that are known, with their children's. */
export function withChildren(ids: readonly string[]): string[] {
  const asked = new Set(ids.map((id) => id.toLowerCase()));
  return CATEGORIES.filter(({ id, parentId }) => asked.has(id) || (parentId !== null && asked.has(parentId))).map(({ id }) => id);
}
