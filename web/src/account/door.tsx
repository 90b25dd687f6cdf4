'use client';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHeader } from '@/frame/page-header';
import { LanguageSwitch } from '@/settings/language-switch';
import { Link } from '@/ui/link';
import { SwapPicture } from '@/welcome/swap-picture';

interface DoorProps {
  /** In the head of the page. */
  name: string;
  title: string;
  text: string;
  /** The way to the other door, which keeps `from`. */
  other: { question: string; href: string; label: string };
  children: ReactNode;
}

/** A page to come in by: its form, and on a desk a picture beside it. */
export function Door({ name, title, text, other, children }: DoorProps) {
  const from = useSearchParams().get('from');
  return (
    <div className="page desk:grid desk:max-w-6xl desk:grid-cols-2 desk:gap-16 desk:py-14">
      <div className="mx-auto w-full max-w-md pb-12">
        <PageHeader title={name} isHeading={false} fallback="/">
          <LanguageSwitch />
        </PageHeader>
        <h1 className="mt-3 text-2xl desk:mt-6">{title}</h1>
        <p className="mt-2 mb-7 text-ink-2">{text}</p>
        {children}
        <p className="mt-6 flex flex-wrap items-center justify-center gap-x-1.5 text-ink-2">
          {other.question}
          <Link href={from ? `${other.href}?from=${encodeURIComponent(from)}` : other.href} replace className="touch py-1 font-semibold text-leaf-ink underline underline-offset-4">
            {other.label}
          </Link>
        </p>
      </div>
      <div className="hidden max-h-[42rem] place-items-center rounded-panel bg-sun-soft p-12 desk:grid">
        <SwapPicture className="w-full max-w-md" />
      </div>
    </div>
  );
}
