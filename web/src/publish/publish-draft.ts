import { openDatabase } from '../offline/database';
import type { KeptPhoto } from '../photo/photo-uploads';
import type { PublishForm, Step } from './publish-form';

/** An item that someone has begun to publish. */
export interface PublishDraft {
  form: PublishForm;
  /** Where they were. */
  step: Step;
  /** Sent with each try, so that one whose answer was lost makes no second item. */
  idempotencyKey: string;
}

export interface KeptDraft extends PublishDraft {
  photos: KeptPhoto[];
  changedAtMs: number;
}

// Photos stand apart: megabytes need not be written again with each word. Each person has their own draft on a device.
const draftKey = (viewerId: string) => `publish:${viewerId}`;
const photosKey = (viewerId: string) => `publish-photos:${viewerId}`;

/** What this person has begun on this device; null for nothing. */
export async function readDraft(viewerId: string): Promise<KeptDraft | null> {
  const database = await openDatabase();
  const [draft, photos] = await Promise.all([database.get('drafts', draftKey(viewerId)), database.get('drafts', photosKey(viewerId))]);
  // The shapes are those that the functions below wrote.
  return draft ? { ...(draft.value as PublishDraft), photos: (photos?.value ?? []) as KeptPhoto[], changedAtMs: draft.changedAtMs } : null;
}

export async function writeDraft(viewerId: string, value: PublishDraft): Promise<void> {
  await (await openDatabase()).put('drafts', { key: draftKey(viewerId), value, changedAtMs: Date.now() });
}

export async function writeDraftPhotos(viewerId: string, value: KeptPhoto[]): Promise<void> {
  await (await openDatabase()).put('drafts', { key: photosKey(viewerId), value, changedAtMs: Date.now() });
}

export async function deleteDraft(viewerId: string): Promise<void> {
  const transaction = (await openDatabase()).transaction('drafts', 'readwrite');
  await Promise.all([transaction.store.delete(draftKey(viewerId)), transaction.store.delete(photosKey(viewerId)), transaction.done]);
}
