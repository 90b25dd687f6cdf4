export { ItemSkeleton as default } from '@/item/item-skeleton';
