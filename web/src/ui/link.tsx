'use client';
import type { ComponentProps } from 'react';
import { LocaleLink } from '@/i18n/navigation';
import { buttonClasses, type ButtonLook } from './button';
import { cn } from './cn';

type LinkProps = Omit<ComponentProps<typeof LocaleLink>, 'locale'>;

/** A link within the web app, by its path without the language. Nothing is loaded ahead: a feed has many links, and every page is rendered on demand. */
export function Link({ prefetch = false, ...props }: LinkProps) {
  return <LocaleLink prefetch={prefetch} {...props} />;
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...props }: LinkProps & ButtonLook) {
  return <Link className={cn(buttonClasses({ variant, size }), className)} {...props} />;
}
