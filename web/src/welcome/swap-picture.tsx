/** A guitar and a camera, on two cards, changing hands. Decoration. */
export const SwapPicture = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 360 280" className={className} aria-hidden>
    <g transform="rotate(-6 110 140)">
      <rect x="28" y="34" width="150" height="200" rx="24" className="fill-clay-soft" />
      <ellipse cx="103" cy="207" rx="44" ry="5.5" fill="#1d1b16" opacity=".14" />
      <g transform="rotate(16 103 130)">
        <rect x="98" y="58" width="10" height="80" fill="#5b3a22" />
        <rect x="93" y="46" width="20" height="22" rx="4" fill="#3e2716" />
        <path d="M103 114c-28 0-34 22-22 35-23 12-21 58 22 58s45-46 22-58c12-13 6-35-22-35z" fill="#d98a3d" />
        <circle cx="103" cy="156" r="14" fill="#3e2716" />
        <rect x="88" y="182" width="30" height="6" rx="3" fill="#3e2716" />
        <path d="M101 58v124M105 58v124" stroke="#f7e3c0" strokeWidth="1" />
      </g>
    </g>
    <g transform="rotate(6 250 140)">
      <rect x="182" y="46" width="150" height="200" rx="24" className="fill-sky-soft" />
      <ellipse cx="257" cy="197" rx="58" ry="6.5" fill="#1d1b16" opacity=".14" />
      <path d="m236 122 7-16h28l7 16z" fill="#3b3934" />
      <rect x="199" y="120" width="116" height="72" rx="12" fill="#2b2a27" />
      <path d="M199 138h116v28H199z" fill="#b9825a" />
      <circle cx="257" cy="154" r="30" fill="#1d1b16" />
      <circle cx="257" cy="154" r="22" fill="#3f5e78" />
      <circle cx="257" cy="154" r="12" fill="#1d2d3b" />
      <circle cx="250" cy="147" r="4.5" fill="#fff" opacity=".75" />
      <rect x="290" y="126" width="16" height="7" rx="3.5" fill="#d8613c" />
    </g>
    <circle cx="180" cy="140" r="33" className="fill-paper" />
    <circle cx="180" cy="140" r="27" className="fill-sun" />
    <g fill="none" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-sun">
      <path d="M168 138a12 12 0 0 1 21-6l3 3M192 127v8h-8M192 142a12 12 0 0 1-21 6l-3-3M168 153v-8h8" />
    </g>
  </svg>
);
