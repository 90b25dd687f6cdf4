import { cn } from './cn';

/** The place of something that loads, of its final size. */
export const Skeleton = ({ className }: { className?: string }) => <span aria-hidden className={cn('default:block animate-pulse default:rounded-thumb bg-sunk', className)} />;
