import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyProps {
  icon: LucideIcon;
  title: ReactNode;
  /** What to do next, in a sentence or two. */
  children: ReactNode;
  /** The button or link that does it. */
  action?: ReactNode;
  /** Of the title: 1 where it is the page's. */
  level?: 1 | 2;
  className?: string;
}

/** What stands where there is nothing yet: says why, and what to do next. */
export function Empty({ icon: Icon, title, children, action, level = 2, className }: EmptyProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className={cn('default:mx-auto flex max-w-sm flex-col items-center gap-3 default:py-14 text-center', className)}>
      <span className="mb-2 grid size-16 place-items-center rounded-full bg-sun-soft text-sun-ink">
        <Icon className="size-7" strokeWidth={1.9} aria-hidden />
      </span>
      <Title className="text-xl">{title}</Title>
      <p className="text-ink-2">{children}</p>
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
