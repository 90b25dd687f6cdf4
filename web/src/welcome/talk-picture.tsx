/** Two people who talk, and have agreed. Decoration. */
export const TalkPicture = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 360 280" className={className} aria-hidden>
    <ellipse cx="180" cy="258" rx="150" ry="9" fill="#1d1b16" opacity=".12" />
    <path d="M42 258c0-52 22-78 54-78s54 26 54 78z" fill="#1e5b46" />
    <path d="M84 176h24v18a12 12 0 0 1-24 0z" fill="#b9825a" />
    <circle cx="96" cy="152" r="32" fill="#d9a47c" />
    <path d="M62 156c-4-34 16-48 38-46 26 2 34 24 28 44-8-14-18-22-30-24-10 8-22 12-28 12-4 4-6 8-8 14z" fill="#3e2716" />
    <path d="M210 258c0-52 22-78 54-78s54 26 54 78z" fill="#d8613c" />
    <path d="M252 176h24v18a12 12 0 0 1-24 0z" fill="#7a4f30" />
    <circle cx="264" cy="152" r="32" fill="#9c6840" />
    <path d="M230 148c0-26 16-40 36-40s34 14 32 38c-6-10-14-14-22-14-16 4-30 4-40 2-4 4-5 8-6 14z" fill="#2b2a27" />
    <path d="M112 18h92a20 20 0 0 1 20 20v28a20 20 0 0 1-20 20h-58l-24 20 2-20h-12a20 20 0 0 1-20-20V38a20 20 0 0 1 20-20z" className="fill-surface" />
    <g strokeWidth="7" strokeLinecap="round" className="stroke-line">
      <path d="M116 44h84M116 62h54" />
    </g>
    <circle cx="252" cy="70" r="29" className="fill-paper" />
    <circle cx="252" cy="70" r="24" className="fill-leaf" />
    <path d="m241 71 8 8 15-17" fill="none" strokeWidth="4.6" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-leaf" />
  </svg>
);
