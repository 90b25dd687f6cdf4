import { answerPage, isPage } from './answer-page';
import { answerFile, FILE_CACHES, isLastingFile, keepFiles, trimFiles } from './file-cache';
import { keepPage, keepShell, PAGE_CACHES, trimPages } from './kept-pages';
import type { WorkerMessage } from './worker-message';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  // Then it waits until nobody uses the one before, or someone says `take-over`: no page changes under someone's hands.
  event.waitUntil(keepShell(self.location.origin));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeUp());
});

async function takeUp(): Promise<void> {
  const known: readonly string[] = [...FILE_CACHES, ...PAGE_CACHES];
  await Promise.all((await caches.keys()).filter((name) => !known.includes(name)).map((name) => caches.delete(name)));
  await Promise.all([trimFiles(), trimPages()]);
  // The page is asked for while the worker wakes up, not after it.
  await self.registration.navigationPreload?.enable();
  // The first page ever was loaded without the worker: what it loads from now on is kept.
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // The graph, uploads, health, and whatever Next asks for besides files, are the network's alone. When its request for
  // a page's parts fails, Next opens the page by its address, and that is answered below.
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const waitUntil = (work: Promise<unknown>) => event.waitUntil(work);
  if (isLastingFile(url)) return event.respondWith(answerFile(request, waitUntil));
  if (request.mode !== 'navigate' || !isPage(url)) return;
  event.respondWith(answerPage({ request, preload: event.preloadResponse as Promise<Response | undefined>, waitUntil }));
});

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  switch (message.kind) {
    case 'keep':
      return event.waitUntil(keepPage(message.url).catch(() => {}));
    case 'keep-files':
      return event.waitUntil(keepFiles(message.urls));
    case 'take-over':
      return event.waitUntil(self.skipWaiting());
    default:
      return message satisfies never;
  }
});
