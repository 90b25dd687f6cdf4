import type { ApolloClient } from '@apollo/client';
import { toErrorKind } from '../graph/describe-error';
import type { GraphContext } from '../graph/links/retry-link';
import { CreatePhotoUploadDocument, type CreatePhotoUploadMutation } from './create-photo-upload.generated';
import { failPhoto, PhotoRejectedError, refusePhoto } from './photo-rejected-error';
import { postForm } from './post-form';
import { shrinkPhoto } from './shrink-photo';

export { PhotoRejectedError, shrinkPhoto };

export interface UploadOptions {
  /** Called with 0..1 while the file is on its way. */
  onProgress?(fraction: number): void;
  /** Ends it; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

type Ticket = Extract<CreatePhotoUploadMutation['createPhotoUpload'], { __typename: 'PhotoUpload' }>;

async function askForTicket(client: ApolloClient, photo: Blob): Promise<Ticket> {
  const input = { fileName: photo.type === 'image/webp' ? 'photo.webp' : 'photo.jpg', contentType: photo.type, byteSize: photo.size };
  // A ticket that is never used is forgotten: it may come twice.
  const context = { isIdempotent: true } satisfies GraphContext;
  const { data } = await client.mutate({ mutation: CreatePhotoUploadDocument, variables: { input }, context });
  const result = data.createPhotoUpload;
  switch (result.__typename) {
    case 'PhotoUpload':
      return result;
    case 'InvalidInput':
      throw new PhotoRejectedError(result.message, true);
    case 'RateLimited':
      throw failPhoto('tooMany', result.retryAfterSeconds);
    default:
      return result satisfies never;
  }
}

const PROBLEMS = { network: 'network', session: 'session', server: 'server', forbidden: 'server', input: 'server' } as const;

/** Sends a photo that is small already. Each try has a ticket of its own, since what came of a ticket's first file stands. */
export async function sendPhoto(client: ApolloClient, photo: Blob, { onProgress, signal }: UploadOptions = {}): Promise<{ photoId: string }> {
  try {
    const { photoId, url, fields, maxBytes } = await askForTicket(client, photo);
    signal?.throwIfAborted();
    if (photo.size > maxBytes) throw refusePhoto('tooLarge');
    await postForm(url, [...fields.map(({ name, value }) => [name, value] as const), ['file', photo]], { onProgress, signal });
    return { photoId };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof PhotoRejectedError ? error : failPhoto(PROBLEMS[toErrorKind(error)]);
  }
}

/** Makes a chosen file small and sends it. Throws `PhotoRejectedError` with words to show, or the signal's reason. */
export async function uploadPhoto(client: ApolloClient, file: File, options: UploadOptions = {}): Promise<{ photoId: string }> {
  return sendPhoto(client, await shrinkPhoto(file, options.signal), options);
}
