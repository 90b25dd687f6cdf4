import localFont from 'next/font/local';

// The Latin files alone: they hold all of French and English. What running text is set in is loaded ahead; headings take the
// other one when it is there, so that it does not keep a slow phone from what it is opened for.
export const figtree = localFont({
  src: '../../../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  weight: '300 900',
  variable: '--font-figtree',
  display: 'swap',
});
export const bricolage = localFont({
  src: '../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-bricolage',
  display: 'swap',
  preload: false,
});
