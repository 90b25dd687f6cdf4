'use client';
import { useEffect, useRef } from 'react';
import { toKept, type ChosenPhoto } from '../photo/photo-uploads';
import { writeDraft, writeDraftPhotos, type PublishDraft } from './publish-draft';
import { isBegun } from './publish-form';

/** So long after the last change it is written, in milliseconds; at once when the page is left. */
const PAUSE_MS = 400;

/** What of the photos a draft keeps changes with this, and not with each step of progress. */
const toSign = (photos: readonly ChosenPhoto[]): string => photos.map(({ key, picture, state }) => `${key} ${picture !== null} ${state.status === 'done'}`).join();

interface KeptDraftOptions {
  viewerId: string;
  draft: PublishDraft;
  photos: readonly ChosenPhoto[];
}

/** Keeps what is begun on this device, as it changes. `stop` when it is published. A device that keeps nothing takes nothing away. */
export function useKeptDraft({ viewerId, draft, photos }: KeptDraftOptions): { stop(): void } {
  const isOver = useRef(false);
  const latest = useRef({ draft, photos });
  const text = JSON.stringify(draft);
  const sign = toSign(photos);
  const written = useRef({ text: '', sign: '' });
  useEffect(() => {
    latest.current = { draft, photos };
  });
  useEffect(() => {
    function write(): void {
      const now = latest.current;
      const nothing = !isBegun(now.draft.form) && now.photos.length === 0 && written.current.text === '';
      if (isOver.current || nothing) return;
      const signs = { text: JSON.stringify(now.draft), sign: toSign(now.photos) };
      if (signs.text !== written.current.text) writeDraft(viewerId, now.draft).catch(() => {});
      if (signs.sign !== written.current.sign) writeDraftPhotos(viewerId, toKept(now.photos)).catch(() => {});
      written.current = signs;
    }
    const timer = setTimeout(write, PAUSE_MS);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [viewerId, text, sign]);
  // Leaving within the app, or being logged out, takes the form away without a `pagehide`.
  useEffect(
    () => () => {
      const { draft: last, photos: shown } = latest.current;
      if (isOver.current || written.current.text === '') return;
      if (JSON.stringify(last) !== written.current.text) writeDraft(viewerId, last).catch(() => {});
      if (toSign(shown) !== written.current.sign && shown.length > 0) writeDraftPhotos(viewerId, toKept(shown)).catch(() => {});
    },
    [viewerId],
  );
  return { stop: () => void (isOver.current = true) };
}
