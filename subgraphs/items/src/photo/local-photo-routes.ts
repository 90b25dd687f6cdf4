import multipart, { type Multipart } from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toLanguage, type Words } from '@secondlife/platform/language';
import { readKeptWidth } from './kept-width.js';
import { PHOTOS_PATH, TICKET_FIELD, type LocalPhotoStore } from './local-photo-store.js';
import { MOST_PHOTO_BYTES, REJECTIONS } from './photo-rejection.js';
import type { UploadOutcome } from './photo-store.js';

const NOT_A_FORM: Words = { fr: 'Envoyez un formulaire multipart avec un fichier.', en: 'Send a multipart form with one file.' };
const BAD_TICKET: Words = { fr: 'Cet envoi n’est pas ou plus autorisé : demandez-en un nouveau.', en: 'This upload is not allowed, or no longer: ask for a new one.' };
const NO_FILE: Words = { fr: 'Le fichier manque.', en: 'The file is missing.' };

/** An id, which has hyphens and digits of its own, and then perhaps a width. */
const PICTURE_NAME = /^([\da-f-]{36})(?:-(\d+))?\.webp$/i;

/** A picture never changes under its address. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/** Takes and gives pictures: `POST /photos`, a form of the ticket's field and then `file`; `GET /photos/<id>.webp`, and `<id>-320.webp` for a kept width. */
export async function registerLocalPhotoRoutes(app: FastifyInstance, store: LocalPhotoStore): Promise<void> {
  await app.register(async (photos) => {
    await photos.register(multipart, {
      // One byte more than is allowed tells a file that is too large from one that just fits.
      limits: { fields: 8, fieldSize: 4_096, files: 1, fileSize: MOST_PHOTO_BYTES + 1 },
      throwFileSizeLimit: false,
    });
    // A ticket is all that an upload needs: no cookie is read here, so any site may send one.
    photos.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    });
    photos.setErrorHandler<FastifyError>((error, request, reply) => {
      // Who hangs up in the middle of a form is no fault of ours.
      const status = request.raw.readableAborted ? 400 : (error.statusCode ?? 500);
      if (status >= 500) throw error;
      return refuse(request, reply, status, ['file'], NOT_A_FORM);
    });

    photos.options(PHOTOS_PATH, (_request, reply) =>
      reply.code(204).header('access-control-allow-methods', 'POST').header('access-control-allow-headers', '*').header('access-control-max-age', '86400').send(),
    );

    photos.post(PHOTOS_PATH, async (request, reply) => {
      let ticketText = '';
      let answer = () => refuse(request, reply, 422, ['file'], NO_FILE);
      for await (const part of readParts(request)) {
        if (part.type === 'file') {
          const ticket = store.readTicket(ticketText);
          const outcome = ticket && (await store.receive(ticket, part.file));
          answer = () => (outcome ? tell(request, reply, outcome, store.toUrl(ticket.photoId)) : refuse(request, reply, 403, [TICKET_FIELD], BAD_TICKET));
          // What was not read is still on its way, and must pass before the answer can be heard.
          part.file.resume();
        } else if (part.fieldname === TICKET_FIELD) ticketText = String(part.value);
      }
      return answer();
    });

    photos.get<{ Params: { name: string } }>(`${PHOTOS_PATH}/:name`, async (request, reply) => {
      const [, photoId, width] = PICTURE_NAME.exec(request.params.name) ?? [];
      const keptWidth = width === undefined ? null : readKeptWidth(width);
      const file = photoId && keptWidth !== undefined ? await store.openPicture(photoId, keptWidth) : null;
      if (!file) return reply.code(404).send({ error: 'Not found' });
      return reply
        .type('image/webp')
        .header('content-length', (await file.stat()).size)
        .header('cache-control', CACHE_CONTROL)
        .header('x-content-type-options', 'nosniff')
        .send(file.createReadStream());
    });
  });
}

/** The parts of a form as they come; what can't be read as a form is the sender's fault. */
async function* readParts(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    throw Object.assign(error as FastifyError, { statusCode: 400 });
  }
}

function tell(request: FastifyRequest, reply: FastifyReply, outcome: UploadOutcome, url: string): FastifyReply {
  if (outcome.state === 'rejected') {
    return refuse(request, reply, outcome.reason === 'TOO_LARGE' ? 413 : 422, ['file'], REJECTIONS[outcome.reason]);
  }
  const { width, height, thumbhash } = outcome;
  return reply.code(201).header('location', url).send({ __typename: 'Photo', url, width, height, thumbhash });
}

/** A failure as the graph would say it. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, field: string[], words: Words): FastifyReply {
  const message = words[toLanguage(request.headers['accept-language'])];
  return reply.code(status).send({ __typename: 'InvalidInput', message, field });
}
