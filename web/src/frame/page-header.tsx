'use client';
import { ArrowLeft, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRouter } from '@/i18n/navigation';
import { cn } from '@/ui/cn';

interface PageHeaderProps {
  /** Beside the way back; the page's h1 unless `isHeading` is false. */
  title: ReactNode;
  isHeading?: boolean;
  /** Where back leads when this page was the first of its tab. */
  fallback: string;
  /** A cross instead of an arrow: for a task that can be left. */
  isTask?: boolean;
  /** At the right edge. */
  children?: ReactNode;
  className?: string;
}

/** Goes back to where one came from; a page that was opened by its address has its parent behind it. */
export function useBack(fallback: string): () => void {
  const router = useRouter();
  return () => {
    // Set by the first move within the app.
    if (sessionStorage.getItem('sle.moved')) router.back();
    else router.push(fallback);
  };
}

/** The head of a page with a way back of its own. */
export function PageHeader({ title, isHeading = true, fallback, isTask = false, children, className }: PageHeaderProps) {
  const t = useTranslations('frame');
  const back = useBack(fallback);
  const Icon = isTask ? X : ArrowLeft;
  const Title = isHeading ? 'h1' : 'p';
  return (
    <div className={cn('flex min-h-14 items-center gap-2 default:py-2', className)}>
      <button type="button" onClick={back} aria-label={isTask ? t('close') : t('back')} className="-ml-2.5 grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunk">
        <Icon className="size-5.5" aria-hidden />
      </button>
      <Title className="clamp-1 flex-1 font-text text-base font-semibold tracking-normal">{title}</Title>
      {children}
    </div>
  );
}
