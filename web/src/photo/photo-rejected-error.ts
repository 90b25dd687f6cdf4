import { createTranslator } from 'next-intl';
import en from '../../messages/en/photo.json';
import fr from '../../messages/fr/photo.json';
import { DEFAULT_LOCALE, isLocale } from '../i18n/locales';

/** Why a photo could not be taken, where the browser knows it and not the server. */
export type PhotoProblem = keyof typeof fr.problems;

// Uploads go on outside of any component, and fail also where nothing more can be loaded: these few texts come along.
const TEXTS = { fr, en };

function toWords(problem: PhotoProblem, seconds: number): string {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;
  return createTranslator({ locale, messages: TEXTS[locale], namespace: 'problems' })(problem, { seconds });
}

/** A photo that was not taken; `message` says why and what to do, in the language of the page. */
export class PhotoRejectedError extends Error {
  override readonly name = 'PhotoRejectedError';

  /** `isFinal`: the same file would be refused again. */
  constructor(
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

/** What the file itself is to blame for: another try would not help. */
export const refusePhoto = (problem: PhotoProblem): PhotoRejectedError => new PhotoRejectedError(toWords(problem, 0), true);

/** What another try may mend. `seconds`: how long to wait first, where that is known. */
export const failPhoto = (problem: PhotoProblem, seconds = 0): PhotoRejectedError => new PhotoRejectedError(toWords(problem, seconds), false);
