import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId } from '@secondlife/platform/values/text';
import type { KeptWidth } from './kept-width.js';
import { MOST_PHOTO_BYTES } from './photo-rejection.js';
import type { PhotoStore, UploadOutcome } from './photo-store.js';
import { createReEncoder, type ReEncoded } from './re-encode.js';
import { createSmallerPictures, toSmallerPath } from './smaller-pictures.js';
import { signTicket, verifyTicket, type UploadTicket } from './upload-ticket.js';

/** Where the front door serves and takes pictures. */
export const PHOTOS_PATH = '/photos';
/** The form's field that carries the ticket. */
export const TICKET_FIELD = 'ticket';

export interface LocalPhotoStoreOptions {
  /** The folder of all pictures, shared by every process that serves them. */
  dir: string;
  /** Where clients reach the front door. */
  publicUrl: string;
  /** Signs tickets. */
  secret: string;
  now: () => Date;
}

export interface LocalPhotoStore extends PhotoStore {
  /** What a ticket of ours says; null when it is not ours or too old. */
  readTicket(text: string): UploadTicket | null;
  /** Takes the file under the ticket's id, and says what came of it. The first outcome stands: a later file is not read. */
  receive(ticket: Pick<UploadTicket, 'photoId' | 'ownerId' | 'maxBytes'>, file: Readable): Promise<UploadOutcome>;
  /**
   * The WebP file, to be closed by the caller; null when there is no such picture. In a kept width it is made when it is first
   * asked for; a picture that is no wider is given whole.
   */
  openPicture(photoId: string, width?: KeptWidth | null): Promise<FileHandle | null>;
  /** Deletes what was uploaded more than a day ago and is not used, as `findUsed` tells of some ids at a time, and what broken uploads left. */
  sweep(findUsed: (photoIds: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void>;
}

const TICKET_LIFETIME_MS = 60 * 60 * 1000;

/** A picture that is put to no use by then is not wanted. */
const UNUSED_FOR_MS = 24 * 60 * 60 * 1000;
/** Where uploads are while they come in, and smaller pictures while they are made. */
const INCOMING = 'incoming';
/** Folders of pictures. Whatever else is there is not ours: a file manager's, or a volume's. */
const SHARD = /^[0-9a-f]{2}$/;
const PICTURE = 'picture.webp';
const OUTCOME = 'outcome.json';

/**
 * Pictures in files. Each has a folder with its outcome and, when it was accepted, the picture; the folder is made
 * complete elsewhere and renamed into place, which fails when there is one already: readers see all of it or nothing,
 * and of two uploads at once one wins. Smaller pictures come into the folder when they are first asked for, and go with it.
 */
export function createLocalPhotoStore({ dir, publicUrl, secret, now }: LocalPhotoStoreOptions): LocalPhotoStore {
  const reEncode = createReEncoder();
  const makeSmaller = createSmallerPictures(join(dir, INCOMING));
  const baseUrl = publicUrl.replace(/\/$/, '');
  /** By the last two digits, which are random in a UUIDv7: 256 folders of alike size. */
  const toFolder = (photoId: string) => join(dir, photoId.slice(-2).toLowerCase(), photoId.toLowerCase());

  async function find(photoId: string): Promise<UploadOutcome | null> {
    if (!isId(photoId)) return null;
    const text = await readFile(join(toFolder(photoId), OUTCOME), 'utf8').catch(nullWhenAbsent);
    return text === null ? null : (JSON.parse(text) as UploadOutcome);
  }

  async function judge(upload: string, maxBytes: number): Promise<ReEncoded> {
    if ((await stat(upload)).size > maxBytes) return { state: 'rejected', reason: 'TOO_LARGE' };
    return reEncode(upload);
  }

  return {
    find,
    toUrl: (photoId, width = null) => `${baseUrl}${PHOTOS_PATH}/${photoId}${width === null ? '' : `-${width}`}.webp`,
    readTicket: (text) => verifyTicket(text, secret, now()),

    createUpload({ photoId, ownerId }) {
      const expiresAt = new Date(now().getTime() + TICKET_LIFETIME_MS);
      const ticket = signTicket({ photoId, ownerId, expiresAtMs: expiresAt.getTime(), maxBytes: MOST_PHOTO_BYTES }, secret);
      return { url: `${baseUrl}${PHOTOS_PATH}`, fields: [{ name: TICKET_FIELD, value: ticket }], expiresAt, maxBytes: MOST_PHOTO_BYTES };
    },

    async receive({ photoId, ownerId, maxBytes }, file) {
      const known = await find(photoId);
      if (known) return known;
      const workspace = join(dir, INCOMING, randomUUID());
      const upload = join(workspace, 'upload');
      await mkdir(workspace, { recursive: true });
      try {
        await pipeline(file, createWriteStream(upload));
        const judged = await judge(upload, maxBytes);
        await rm(upload);
        const outcome = { ownerId, ...(judged.state === 'accepted' ? await writePicture(workspace, judged) : judged) };
        await writeFile(join(workspace, OUTCOME), JSON.stringify(outcome), { flush: true });
        if (await moveIntoPlace(workspace, toFolder(photoId))) return outcome;
        const earlier = await find(photoId);
        if (!earlier) throw new Error(`The photo ${photoId} is in place, and has no outcome`);
        return earlier;
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    },

    async sweep(findUsed) {
      const before = now().getTime() - UNUSED_FOR_MS;
      await removeOld(join(dir, INCOMING), before, async () => new Set());
      for (const shard of (await readdir(dir).catch(nullWhenAbsent)) ?? []) if (SHARD.test(shard)) await removeOld(join(dir, shard), before, findUsed);
    },

    async openPicture(photoId, width = null) {
      if (!isId(photoId)) return null;
      const whole = join(toFolder(photoId), PICTURE);
      if (width === null) return openFile(whole);
      const smaller = toSmallerPath(whole, width);
      const made = await openFile(smaller);
      if (made) return made;
      const outcome = await find(photoId);
      if (outcome?.state !== 'accepted') return null;
      if (outcome.width <= width) return openFile(whole);
      await makeSmaller(whole, width);
      return openFile(smaller);
    },
  };
}

/** Null when there is no such file. */
const openFile = (path: string): Promise<FileHandle | null> => open(path).catch(nullWhenAbsent);

/** Deletes the folder's entries that are older than `beforeMs` and not used. */
async function removeOld(folder: string, beforeMs: number, findUsed: (names: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
  const names = await readdir(folder).catch(nullWhenAbsent);
  const old: string[] = [];
  for (const name of names ?? []) {
    const found = await stat(join(folder, name)).catch(nullWhenAbsent);
    if (found && found.mtimeMs < beforeMs) old.push(name);
  }
  if (old.length === 0) return;
  const used = await findUsed(old);
  for (const name of old) if (!used.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}

async function writePicture(workspace: string, { picture, ...stored }: Extract<ReEncoded, { state: 'accepted' }>) {
  await writeFile(join(workspace, PICTURE), picture, { flush: true });
  return stored;
}

/** False when there is such a folder already. */
async function moveIntoPlace(workspace: string, folder: string): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    await rename(workspace, folder);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(toCode(error))) return false;
    throw error;
  }
}

function nullWhenAbsent(error: unknown): null {
  if (toCode(error) === 'ENOENT') return null;
  throw error;
}

const toCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
