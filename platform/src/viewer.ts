import { codedError } from './error-code.js';
import type { SignedViewer } from './signed-viewer.js';

interface HasViewer {
  viewer: SignedViewer;
}

/** The signed-in person's id; throws UNAUTHENTICATED for nobody. */
export function requireUserId({ viewer }: HasViewer): string {
  if (viewer.userId) return viewer.userId;
  throw codedError('UNAUTHENTICATED', viewer.language === 'fr' ? 'Connectez-vous d’abord.' : 'Log in first.');
}

/** Throws FORBIDDEN, in the viewer's language. */
export function forbid({ viewer }: HasViewer): never {
  throw codedError('FORBIDDEN', viewer.language === 'fr' ? 'Vous n’avez pas accès à cela.' : 'You have no access to this.');
}
