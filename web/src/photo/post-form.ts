import { failPhoto, PhotoRejectedError } from './photo-rejected-error';
import { toPhotoSource } from './photo-source';

interface PostOptions {
  onProgress?: ((fraction: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A file that was refused for what it is: the photo store says so in words, as the graph would. */
function toRefusal({ status, responseText }: XMLHttpRequest): PhotoRejectedError {
  if (status >= 500 || status === 0) return failPhoto('server');
  try {
    const { message } = JSON.parse(responseText) as { message?: unknown };
    if (typeof message === 'string') return new PhotoRejectedError(message, true);
  } catch {
    // Not of our photo store: something on the way answered.
  }
  return failPhoto(status === 413 ? 'tooLarge' : 'server');
}

/** Sends a form to the photo store. By XMLHttpRequest, since `fetch` does not tell how much is on its way. */
export function postForm(url: string, parts: Iterable<readonly [string, string | Blob]>, { onProgress, signal }: PostOptions): Promise<void> {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  return new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(toRefusal(request)));
    request.onerror = () => reject(failPhoto('network'));
    request.ontimeout = request.onerror;
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'));
    signal?.addEventListener('abort', stop);
    request.open('POST', toPhotoSource(url));
    // In the page's language, which need not be the browser's.
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.send(form);
  }).finally(() => signal?.removeEventListener('abort', stop));
}
