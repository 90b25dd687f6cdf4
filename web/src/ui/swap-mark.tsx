import { RefreshCw } from 'lucide-react';
import { cn } from './cn';

/** Two arrows chasing in a disc of sun: stands between two pictures wherever things change hands. */
export const SwapMark = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('grid default:size-13 place-items-center rounded-full default:border-4 default:border-paper bg-sun text-on-sun', className)}>
    <RefreshCw className="size-[46%]" strokeWidth={2.2} />
  </span>
);
