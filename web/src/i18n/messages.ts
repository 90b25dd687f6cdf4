import type fr from '../../messages/fr';
import type { Locale } from './locales';

/** Every text of the web app, as the French catalogue has them; a test holds the English one to the same keys. */
export type Messages = typeof fr;

const CATALOGUES: Record<Locale, () => Promise<{ default: Messages }>> = {
  fr: () => import('../../messages/fr'),
  en: () => import('../../messages/en'),
};

export const readMessages = async (locale: Locale): Promise<Messages> => (await CATALOGUES[locale]()).default;
