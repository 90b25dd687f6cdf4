/** A street of a small town, and a place in it. Decoration. */
export const TownPicture = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 360 280" className={className} aria-hidden>
    <ellipse cx="180" cy="252" rx="156" ry="9" fill="#1d1b16" opacity=".12" />
    <path d="M40 130h76v122H40z" fill="#f0b73f" />
    <path d="m30 134 48-44 48 44z" fill="#b94e2c" />
    <path d="M62 206h32v46H62z" fill="#8a5a33" />
    <path d="M54 150h18v24H54zM84 150h18v24H84z" fill="#fbefcf" />
    <path d="M122 92h92v160h-92z" fill="#3f5e78" />
    <path d="M116 84h104v14H116z" fill="#22384a" />
    <g fill="#dce8f2">
      <path d="M136 114h18v26h-18zM182 114h18v26h-18zM136 156h18v26h-18zM182 156h18v26h-18z" />
    </g>
    <path d="M154 204h28v48h-28z" fill="#22384a" />
    <path d="M220 142h70v110h-70z" fill="#d8613c" />
    <path d="m212 146 43-40 43 40z" fill="#3e2716" />
    <path d="M234 162h16v22h-16zM260 162h16v22h-16z" fill="#f9e3d8" />
    <path d="M242 210h26v42h-26z" fill="#3e2716" />
    <path d="M308 206h8v46h-8z" fill="#8a5a33" />
    <ellipse cx="312" cy="182" rx="25" ry="35" fill="#2f7a60" />
    <path d="M312 150c-14 0-25 14-25 32s11 35 25 35z" fill="#1e5b46" />
    <path d="M168 84c-22-26-32-40-32-54a32 32 0 0 1 64 0c0 14-10 28-32 54z" className="fill-clay" />
    <circle cx="168" cy="30" r="12" className="fill-paper" />
  </svg>
);
