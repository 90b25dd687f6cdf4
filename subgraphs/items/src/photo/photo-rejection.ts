import type { Words } from '@secondlife/platform/language';

/** The largest file that is taken, in bytes. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** The largest picture that is decoded, in pixels. */
export const MOST_PIXELS = 50_000_000;

/** Why a file is no photo, for a person. */
export const REJECTIONS = {
  UNSUPPORTED_FORMAT: {
    fr: 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.',
    en: 'Only JPEG, PNG, WebP and AVIF pictures are accepted.',
  },
  HEIC: {
    fr: 'Les images HEIC ne sont pas encore prises en charge : envoyez un JPEG.',
    en: 'HEIC pictures are not supported yet: send a JPEG.',
  },
  ANIMATED: { fr: 'Les images animées ne sont pas acceptées.', en: 'Animated pictures are not accepted.' },
  DAMAGED: { fr: 'Cette image est abîmée ou incomplète.', en: 'This picture is damaged or incomplete.' },
  TOO_MANY_PIXELS: { fr: 'Cette image dépasse 50 mégapixels.', en: 'This picture has more than 50 megapixels.' },
  TOO_LARGE: { fr: 'Ce fichier dépasse 10 Mio.', en: 'This file is larger than 10 MiB.' },
} as const satisfies Record<string, Words>;
export type RejectionReason = keyof typeof REJECTIONS;
