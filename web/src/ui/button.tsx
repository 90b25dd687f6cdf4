import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** How buttons, and links that look like buttons, are drawn, unless other classes stand beside these (see `default` in globals.css). */
export const buttonClasses = cva(
  'default:inline-flex default:shrink-0 default:select-none default:items-center default:justify-center default:gap-2.5 default:rounded-full default:font-semibold default:transition-[background-color,border-color,color,opacity,transform] active:scale-[0.98] disabled:opacity-55 disabled:active:scale-100 aria-disabled:opacity-55 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        main: 'default:bg-leaf default:text-on-leaf default:hover:bg-leaf/90',
        publish: 'default:bg-clay default:text-on-clay default:hover:bg-clay/90',
        outline: 'default:border default:border-line default:bg-surface default:text-ink default:hover:bg-sunk',
        quiet: 'default:text-ink default:hover:bg-sunk',
        link: 'default:text-leaf-ink default:underline-offset-4 default:hover:underline',
        danger: 'default:bg-clay-soft default:text-clay-ink default:hover:bg-clay-soft/80',
        dashed: 'default:border default:border-dashed default:border-ink-2/50 default:text-ink default:hover:bg-sunk',
      },
      size: {
        main: 'default:min-h-13.5 default:px-6 default:py-2 default:text-lg [&_svg]:size-5',
        panel: 'default:min-h-10.5 default:px-4.5 default:py-1.5 default:text-base [&_svg]:size-4.5',
        pill: 'default:touch default:min-h-8.5 default:px-3.5 default:py-1 default:text-xs [&_svg]:size-4',
        icon: 'default:size-11 [&_svg]:size-5.5',
      },
    },
    defaultVariants: { variant: 'main', size: 'main' },
  },
);

export type ButtonLook = VariantProps<typeof buttonClasses>;

/** A button; never sends a form unless it says so. */
export function Button({ variant, size, className, type = 'button', ...props }: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={cn(buttonClasses({ variant, size }), className)} {...props} />;
}
