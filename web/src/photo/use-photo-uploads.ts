'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPhotoUploads, type ChosenPhoto, type PhotoUploads } from './photo-uploads';

const NONE: readonly ChosenPhoto[] = [];

/** The photos of a form, as they come along; what failed for want of a network goes on by itself once there is one. Leaving the page ends them. */
export function usePhotoUploads(): { photos: readonly ChosenPhoto[]; uploads: PhotoUploads } {
  const client = useApolloClient();
  const [uploads] = useState(() => createPhotoUploads(client));
  const photos = useSyncExternalStore(uploads.subscribe, uploads.getPhotos, () => NONE);
  useEffect(() => {
    const retryAll = () => uploads.getPhotos().forEach(({ key }) => uploads.retry(key));
    window.addEventListener('online', retryAll);
    return () => {
      window.removeEventListener('online', retryAll);
      uploads.clear();
    };
  }, [uploads]);
  return { photos, uploads };
}
