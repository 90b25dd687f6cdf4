'use client';
import { useSyncExternalStore } from 'react';
import { hasInstallOffer, subscribeToInstallOffer, takeInstallOffer } from './install-offer';

/** Whether the app can be put on this device's home screen now, and what does it. */
export function useInstall(): { canInstall: boolean; install(): Promise<void> } {
  const canInstall = useSyncExternalStore(subscribeToInstallOffer, hasInstallOffer, () => false);
  return { canInstall, install: takeInstallOffer };
}
