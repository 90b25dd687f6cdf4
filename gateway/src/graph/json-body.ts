import type { FastifyInstance } from 'fastify';

/** A body up to this length is read at once: whatever it holds takes a few milliseconds. */
const SMALL = 64 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING_LIST = 0x5b;
const CLOSING_LIST = 0x5d;
const OPENING_OBJECT = 0x7b;
const CLOSING_OBJECT = 0x7d;
/** Lists and objects inside one another; variables may have 16. */
const MOST_DEPTH = 200;

/**
 * Whether a JSON text holds more values than that, or more than 200 lists and objects inside one another. A text within quotes counts as
 * one value, however long it is; an empty list or object counts as two.
 */
export function holdsMoreThan(text: string, most: number): boolean {
  let isInString = false;
  let values = 1;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === COMMA) values += 1;
    else if (code === OPENING_LIST || code === OPENING_OBJECT) {
      values += 1;
      depth += 1;
    } else if (code === CLOSING_LIST || code === CLOSING_OBJECT) depth -= 1;
    if (values > most || depth > MOST_DEPTH) return true;
  }
  return false;
}

/** Refuses by 413 a JSON body of too many values before it is parsed: of 2 MB it could take a quarter of a second. */
export function limitJsonBodies(app: FastifyInstance, mostValues: number): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (text.length > SMALL && holdsMoreThan(text, mostValues)) return done(Object.assign(new Error('The body holds too many values, or too deep ones.'), { statusCode: 413 }));
    return parse(request, text, done);
  });
}
