import type { KeptWidth } from './kept-width.js';
import type { RejectionReason } from './photo-rejection.js';

/** One value of a form. */
export interface FormValue {
  name: string;
  value: string;
}

/** A POST form that lets its holder store one file, and nothing else. */
export interface UploadForm {
  url: string;
  /** What stands in the form before the file, which is called `file`. */
  fields: FormValue[];
  expiresAt: Date;
  maxBytes: number;
}

/** What a stored picture is like, after it was turned upright and made smaller. */
export interface StoredPhoto {
  /** In pixels. */
  width: number;
  height: number;
  /** A placeholder of about 25 bytes, in base64. */
  thumbhash: string;
}

/** What came of an upload; it never changes. */
export type UploadOutcome = { ownerId: string } & (({ state: 'accepted' } & StoredPhoto) | { state: 'rejected'; reason: RejectionReason });

/** Where pictures are. A client sends them there itself; nothing of a picture passes through the graph. */
export interface PhotoStore {
  /** A form for one picture of that id, which is its owner's alone to use in an item. */
  createUpload(upload: { photoId: string; ownerId: string }): UploadForm;
  /** What came of the upload; null as long as nothing was uploaded. */
  find(photoId: string): Promise<UploadOutcome | null>;
  /** Where anyone can see the picture, whole or in one of the kept widths. */
  toUrl(photoId: string, width?: KeptWidth | null): string;
}
