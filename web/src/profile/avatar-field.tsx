'use client';
import { useApolloClient } from '@apollo/client/react';
import { Camera, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { describeError } from '@/graph/describe-error';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { useUpdateProfile, type ExpectedProfile } from './use-update-profile';

/** A picture on its way: seen already by who sends it. */
interface Upload {
  preview: string;
  fraction: number;
  controller: AbortController;
}

/** The picture of a profile, changed or taken away at once. */
export function AvatarField({ user, locale }: ExpectedProfile) {
  const t = useTranslations('profile');
  const words = useTranslations('common');
  const client = useApolloClient();
  const updateProfile = useUpdateProfile();
  const input = useRef<HTMLInputElement>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function change(avatarPhotoId: string | null, expected?: ExpectedProfile): Promise<void> {
    const result = await updateProfile({ avatarPhotoId }, expected);
    switch (result.__typename) {
      case 'Viewer':
        return;
      case 'InvalidInput':
      case 'HandleTaken':
        return setProblem(result.message);
      default:
        return result satisfies never;
    }
  }

  async function send(file: File): Promise<void> {
    // Much code, which most never need.
    const { uploadPhoto, PhotoRejectedError } = await import('@/photo/upload-photo');
    const controller = new AbortController();
    const preview = URL.createObjectURL(file);
    running.current = controller;
    setProblem(null);
    setUpload({ preview, fraction: 0, controller });
    try {
      const onProgress = (fraction: number) => setUpload((current) => current && { ...current, fraction });
      const { photoId } = await uploadPhoto(client, file, { onProgress, signal: controller.signal });
      await change(photoId);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(error instanceof PhotoRejectedError ? error.message : describeError(error, words));
    } finally {
      setUpload(null);
      URL.revokeObjectURL(preview);
    }
  }

  async function remove(): Promise<void> {
    setProblem(null);
    await change(null, { locale, user: { ...user, avatar: null } }).catch((error: unknown) => setProblem(describeError(error, words)));
  }

  return (
    <div className="flex items-center gap-4">
      {upload ? <img src={upload.preview} alt="" className="size-20 shrink-0 rounded-full bg-sunk object-cover" /> : <Avatar person={user} className="size-20 text-2xl" />}
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        {upload ? (
          <>
            <progress value={upload.fraction} aria-label={t('uploading')} className="h-2 w-full accent-leaf" />
            <Button variant="quiet" size="pill" onClick={() => upload.controller.abort()}>
              {words('cancel')}
            </Button>
          </>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button variant="outline" size="panel" className="shrink" onClick={() => input.current?.click()}>
              <Camera aria-hidden />
              {user.avatar ? t('changePhoto') : t('addPhoto')}
            </Button>
            {user.avatar && (
              <Button variant="quiet" size="panel" onClick={() => void remove()}>
                <Trash2 aria-hidden />
                {words('remove')}
              </Button>
            )}
          </div>
        )}
        <p role="alert" className="text-xs font-medium text-clay-ink empty:hidden">
          {problem}
        </p>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={t('addPhoto')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void send(file);
            // The same file again is a choice again.
            currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
