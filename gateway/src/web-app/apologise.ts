import type { FastifyReply, FastifyRequest } from 'fastify';
import { toLanguage, type Words } from '@secondlife/platform/language';

const TITLE: Words = { fr: 'Un instant', en: 'One moment' };
const WHAT: Words = {
  fr: 'Cette page n’est pas disponible pour le moment. Rien n’est perdu.',
  en: 'This page is not available right now. Nothing is lost.',
};
const WAY_ON: Words = { fr: 'Réessayer', en: 'Try again' };

/** When to ask again. */
const RETRY_AFTER_SECONDS = 5;
/** The page below is all there is to it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** The web app does not answer: a page that says so and leads on for who reads pages, else a line of JSON. */
export function apologise(request: FastifyRequest, reply: FastifyReply, status: 502 | 503): FastifyReply {
  const language = toLanguage(request.headers['accept-language']);
  const answer = reply.code(status).headers({ 'retry-after': RETRY_AFTER_SECONDS, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  if (!request.headers.accept?.includes('text/html')) return answer.send({ error: WHAT[language] });
  return answer.headers({ 'content-security-policy': POLICY, 'content-language': language, vary: 'accept, accept-language' }).type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${TITLE[language]}</title>
    <style>
      :root { color-scheme: light dark; }
      body { margin: 0; min-height: 100svh; display: grid; place-content: center; padding: 1.5rem; box-sizing: border-box; font: 1.0625rem/1.5 system-ui, sans-serif; text-align: center; background: light-dark(#faf6ee, #171613); color: light-dark(#1d1b16, #f4efe4); }
      a { display: inline-block; padding: 0.75rem 1.5rem; border-radius: 999px; background: light-dark(#1e5b46, #7fc7a4); color: light-dark(#ffffff, #0f2b20); text-decoration: none; font-weight: 600; }
    </style>
  </head>
  <body>
    <main>
      <h1>${TITLE[language]}</h1>
      <p>${WHAT[language]}</p>
      <p><a href="">${WAY_ON[language]}</a></p>
    </main>
  </body>
</html>
`);
}
