import { Armchair, Baby, Bike, BookOpen, Camera, CookingPot, Laptop, Lamp, Package, Refrigerator, Shirt, ToyBrick, Wrench, type LucideIcon } from 'lucide-react';

const ICONS: Record<string, LucideIcon> = {
  furniture: Armchair,
  appliances: Refrigerator,
  kitchen: CookingPot,
  computing: Laptop,
  'image-and-sound': Camera,
  culture: BookOpen,
  toys: ToyBrick,
  baby: Baby,
  clothing: Shirt,
  sport: Bike,
  'diy-and-garden': Wrench,
  decoration: Lamp,
};

/** The icon of a category at the top, by its slug. */
export const toCategoryIcon = (slug: string): LucideIcon => ICONS[slug] ?? Package;
