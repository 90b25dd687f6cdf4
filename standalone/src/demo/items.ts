import { CHILDREN_ITEMS } from './items-children.js';
import { CLOTHING_ITEMS } from './items-clothing.js';
import { CULTURE_ITEMS } from './items-culture.js';
import { DECORATION_ITEMS } from './items-decoration.js';
import { FURNITURE_ITEMS } from './items-furniture.js';
import { KITCHEN_ITEMS } from './items-kitchen.js';
import { OUTDOOR_ITEMS } from './items-outdoors.js';
import { TECH_ITEMS } from './items-tech.js';
import type { Picture } from './pictures.js';

/** An object that someone of the demo community offers. */
export interface DemoItem {
  /** Unique among the items. */
  key: string;
  /** A person's handle. */
  owner: string;
  title: string;
  description: string;
  condition: 'NEW' | 'LIKE_NEW' | 'GOOD' | 'FAIR' | 'FOR_PARTS';
  /** A leaf's slug. */
  category: string;
  /** What the owner would like in return, in words; null: open to anything. */
  wishes: string | null;
  picture: Picture;
  /** Counted back from the moment of seeding. */
  publishedDaysAgo: number;
  /** Taken back since; stands in no open exchange. */
  withdrawn?: true;
  /** Published without saying where it is. */
  withoutPlace?: true;
}

/** Two hundred things. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  ...FURNITURE_ITEMS,
  ...DECORATION_ITEMS,
  ...KITCHEN_ITEMS,
  ...TECH_ITEMS,
  ...CULTURE_ITEMS,
  ...CHILDREN_ITEMS,
  ...CLOTHING_ITEMS,
  ...OUTDOOR_ITEMS,
];
