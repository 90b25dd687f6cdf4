/** The browser's offer to install the app (Chromium alone makes one). */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

const listeners = new Set<() => void>();
let offer: InstallPromptEvent | null = null;

function become(next: InstallPromptEvent | null): void {
  offer = next;
  for (const listener of [...listeners]) listener();
}

/** Keeps the browser's offer for when someone asks for it; gives a way to stop. To be called early: it is made once. */
export function keepInstallOffer(): () => void {
  const onOffer = (event: Event) => {
    event.preventDefault();
    become(event as InstallPromptEvent);
  };
  const onInstalled = () => become(null);
  window.addEventListener('beforeinstallprompt', onOffer);
  window.addEventListener('appinstalled', onInstalled);
  return () => {
    window.removeEventListener('beforeinstallprompt', onOffer);
    window.removeEventListener('appinstalled', onInstalled);
  };
}

export function subscribeToInstallOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const hasInstallOffer = (): boolean => offer !== null;

/** Lets the browser ask; an offer can be taken up once. */
export async function takeInstallOffer(): Promise<void> {
  const taken = offer;
  become(null);
  await taken?.prompt();
}
