export { SearchSkeleton as default } from '@/search/search-skeleton';
