import type { Context } from '../context.js';
import { Viewer } from './viewer.js';

/** The viewer of that id; null when it is not the one who asks, or the account is gone. */
export async function findViewer({ viewer, loaders }: Context, id: string): Promise<Viewer | null> {
  if (viewer.userId !== id) return null;
  const user = await loaders.user.load(id);
  return user && new Viewer(user, viewer.sessionId);
}
