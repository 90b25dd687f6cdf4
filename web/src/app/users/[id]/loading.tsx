export { UserSkeleton as default } from '@/user/user-skeleton';
