import { cn } from '@/ui/cn';

/** Two columns on a phone; four or five, by the room there is. Stands in a `@container`. */
export const feedGridClasses = 'grid grid-cols-2 gap-x-3.5 gap-y-4.5 @min-[40rem]:grid-cols-4 @min-[40rem]:gap-x-5 @min-[40rem]:gap-y-7 @min-[64rem]:grid-cols-5';

/**
 * Two columns are staggered, while the order of reading stays: of each four the first and the last are tall, and the
 * last is pulled up beside the short one above it by the quarter of its width that it is taller.
 */
export const toCardShape = (index: number): 'tall' | 'square' => (index % 4 === 0 || index % 4 === 3 ? 'tall' : 'square');
export const toCardClasses = (index: number): string => cn('min-w-0', index % 4 === 3 && '@max-[40rem]:-mt-[25%]');
