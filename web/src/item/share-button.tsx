'use client';
import { Share } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { say } from '@/ui/toasts';

/** Gives the page on: by the device's own way, else its address is copied. */
export function ShareButton({ title, className }: { title: string; className?: string }) {
  const t = useTranslations('item');
  async function share() {
    const url = window.location.origin + window.location.pathname;
    if (typeof navigator.share === 'function') {
      // Whoever closes the device's sheet has changed their mind.
      await navigator.share({ title, url }).catch(() => {});
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      say(t('linkCopied'));
    } catch {
      say(t('shareFailed'));
    }
  }
  return (
    <button type="button" onClick={share} aria-label={t('share')} className={className}>
      <Share className="size-5" aria-hidden />
    </button>
  );
}
