/** The mark: two arrows chasing in a disc of leaf. Beside the word it is decoration. */
export const Logo = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" className={className} aria-hidden>
    <circle cx="16" cy="16" r="16" className="fill-leaf" />
    <g fill="none" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
      <path d="M9.5 17.5v-2a5.5 5.5 0 0 1 5.5-5.5h6.2M18.4 6.9l3.2 3.1-3.2 3.1" className="stroke-on-leaf" />
      <path d="M22.5 14.5v2a5.5 5.5 0 0 1-5.5 5.5h-6.2M13.6 25.1 10.4 22l3.2-3.1" className="stroke-sun" />
    </g>
  </svg>
);
