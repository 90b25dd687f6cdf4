import type { Locale } from '@/i18n/locales';

/** Each language by its own name: who looks for it may read no other. */
export const LANGUAGE_NAMES: Record<Locale, string> = { fr: 'Français', en: 'English' };
