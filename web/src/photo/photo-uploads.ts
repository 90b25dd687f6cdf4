import type { ApolloClient } from '@apollo/client';
import { newId } from '@/graph/new-id';
import { failPhoto, PhotoRejectedError } from './photo-rejected-error';
import { shrinkPhoto } from './shrink-photo';
import { createTurnstile } from './turnstile';
import { sendPhoto } from './upload-photo';

/** How far a chosen photo has come. */
export type PhotoState =
  | { status: 'preparing' }
  | { status: 'uploading'; fraction: number }
  | { status: 'done'; photoId: string; sentAtMs: number }
  /** `isFinal`: the same file would be refused again. */
  | { status: 'failed'; message: string; isFinal: boolean };

export interface ChosenPhoto {
  key: string;
  /** What its file is called. */
  name: string;
  /** Made small; null until it is. */
  picture: Blob | null;
  /** Its address within this page; null as long as `picture` is. */
  preview: string | null;
  state: PhotoState;
}

/** What is worth keeping of a photo, to go on another day. */
export interface KeptPhoto {
  name: string;
  picture: Blob;
  /** Null for one that was not sent yet. */
  sent: { photoId: string; atMs: number } | null;
}

export interface PhotoUploads {
  /** In their order; the same array as long as nothing changes. */
  getPhotos(): readonly ChosenPhoto[];
  subscribe(listener: () => void): () => void;
  /** Takes as many files as there is room for, and gives how many were left out. */
  add(files: readonly File[]): number;
  /** Shows what was kept; what the server may have forgotten by now is sent again. */
  restore(kept: readonly KeptPhoto[]): void;
  /** Tries a failed one again, alone. */
  retry(key: string): void;
  /** Sends all of them again, such as when the server no longer knows them. */
  sendAgain(): void;
  /** Takes one away, wherever it is on its way. */
  remove(key: string): void;
  move(key: string, toIndex: number): void;
  /** Resolves once none is on its way. */
  whenSettled(): Promise<void>;
  /** Stops and forgets everything. */
  clear(): void;
}

/** How many photos an item has at most. */
export const MOST_PHOTOS = 10;
/** A large picture takes 200 MB while it is decoded. */
const MOST_PREPARED_AT_ONCE = 1;
const MOST_SENT_AT_ONCE = 2;
/** The server deletes what is not used within a day; some hours are left for the rest of the form. */
const SENT_HOLDS_MS = 18 * 60 * 60 * 1_000;

/** Those that are small by now; the others would have to be chosen again. */
export const toKept = (photos: readonly ChosenPhoto[]): KeptPhoto[] =>
  photos.flatMap(({ name, picture, state }) => (picture ? [{ name, picture, sent: state.status === 'done' ? { photoId: state.photoId, atMs: state.sentAtMs } : null }] : []));

export const isOnItsWay = ({ state }: ChosenPhoto): boolean => state.status === 'preparing' || state.status === 'uploading';

/** The photos of one form: made small one after the other, sent two at a time. */
export function createPhotoUploads(client: ApolloClient): PhotoUploads {
  const listeners = new Set<() => void>();
  const files = new Map<string, File>();
  const tries = new Map<string, AbortController>();
  const prepare = createTurnstile(MOST_PREPARED_AT_ONCE);
  const send = createTurnstile(MOST_SENT_AT_ONCE);
  let photos: readonly ChosenPhoto[] = [];

  function become(next: readonly ChosenPhoto[]): void {
    photos = next;
    for (const listener of [...listeners]) listener();
  }

  function change(key: string, part: Partial<ChosenPhoto>): void {
    become(photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
  }

  async function makeSmall(key: string, signal: AbortSignal): Promise<Blob> {
    const known = photos.find((photo) => photo.key === key)?.picture;
    if (known) return known;
    const picture = await prepare(() => {
      signal.throwIfAborted();
      return shrinkPhoto(files.get(key)!, signal);
    });
    signal.throwIfAborted();
    files.delete(key);
    change(key, { picture, preview: URL.createObjectURL(picture), state: { status: 'uploading', fraction: 0 } });
    return picture;
  }

  async function start(key: string): Promise<void> {
    tries.get(key)?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    tries.set(key, controller);
    try {
      const picture = await makeSmall(key, signal);
      const { photoId } = await send(() => {
        signal.throwIfAborted();
        return sendPhoto(client, picture, { signal, onProgress: (fraction) => change(key, { state: { status: 'uploading', fraction } }) });
      });
      change(key, { state: { status: 'done', photoId, sentAtMs: Date.now() } });
    } catch (error) {
      if (signal.aborted) return;
      const { message, isFinal } = error instanceof PhotoRejectedError ? error : failPhoto('server');
      change(key, { state: { status: 'failed', message, isFinal } });
    }
  }

  function begin(key: string, picture: Blob | null): void {
    change(key, { state: picture ? { status: 'uploading', fraction: 0 } : { status: 'preparing' } });
    void start(key);
  }

  function forget({ key, preview }: ChosenPhoto): void {
    tries.get(key)?.abort();
    tries.delete(key);
    files.delete(key);
    if (preview) URL.revokeObjectURL(preview);
  }

  return {
    getPhotos: () => photos,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(chosen) {
      const taken = chosen.slice(0, MOST_PHOTOS - photos.length);
      const added = taken.map((file): ChosenPhoto => {
        const key = newId();
        files.set(key, file);
        return { key, name: file.name, picture: null, preview: null, state: { status: 'preparing' } };
      });
      become([...photos, ...added]);
      for (const { key } of added) void start(key);
      return chosen.length - taken.length;
    },
    restore(kept) {
      const holds = (sent: KeptPhoto['sent']) => sent !== null && sent.atMs + SENT_HOLDS_MS > Date.now();
      const restored = kept.map(({ name, picture, sent }): ChosenPhoto => {
        const state: PhotoState = sent && holds(sent) ? { status: 'done', photoId: sent.photoId, sentAtMs: sent.atMs } : { status: 'uploading', fraction: 0 };
        return { key: newId(), name, picture, preview: URL.createObjectURL(picture), state };
      });
      photos.forEach(forget);
      become(restored);
      for (const { key, state } of restored) if (state.status === 'uploading') void start(key);
    },
    retry(key) {
      const photo = photos.find((candidate) => candidate.key === key);
      if (photo?.state.status === 'failed' && !photo.state.isFinal) begin(key, photo.picture);
    },
    sendAgain() {
      for (const { key, picture } of photos) if (picture) begin(key, picture);
    },
    remove(key) {
      photos.filter((photo) => photo.key === key).forEach(forget);
      become(photos.filter((photo) => photo.key !== key));
    },
    move(key, toIndex) {
      const moved = photos.find((photo) => photo.key === key);
      if (moved) become(photos.filter((photo) => photo !== moved).toSpliced(toIndex, 0, moved));
    },
    whenSettled() {
      if (!photos.some(isOnItsWay)) return Promise.resolve();
      return new Promise((resolve) => {
        const stop = this.subscribe(() => {
          if (photos.some(isOnItsWay)) return;
          stop();
          resolve();
        });
      });
    },
    clear() {
      photos.forEach(forget);
      become([]);
    },
  };
}
