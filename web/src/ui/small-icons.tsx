/*
 * The two icons of each card in a feed, as lucide draws them (https://lucide.dev, ISC): as plain elements, since a
 * hundred of lucide's components take a phone 40 ms to bring to life.
 */
const shape = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 2.2, strokeLinecap: 'round', strokeLinejoin: 'round', 'aria-hidden': true } as const;

/** Two arrows chasing: what is wanted in exchange. */
export const SwapIcon = ({ className }: { className: string }) => (
  <svg {...shape} className={className}>
    <path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5" />
  </svg>
);

/** A pin: where something is. */
export const PlaceIcon = ({ className }: { className: string }) => (
  <svg {...shape} className={className}>
    <path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0" />
    <circle cx="12" cy="10" r="3" />
  </svg>
);
