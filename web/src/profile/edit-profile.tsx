'use client';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { FailureNote } from '@/account/failure-note';
import { checkHandle, toHandle } from '@/account/handle';
import { HandleField } from '@/account/handle-field';
import { findField, useProblems } from '@/account/problems';
import { readText } from '@/account/read-text';
import { describeError } from '@/graph/describe-error';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { say } from '@/ui/toasts';
import { AvatarField } from './avatar-field';
import { useUpdateProfile, type ExpectedProfile } from './use-update-profile';

const FIELDS = ['displayName', 'handle', 'area'] as const;
const lengthOf = (text: string): number => [...text].length;

interface EditProfileProps extends ExpectedProfile {
  onDone(): void;
}

/** What others see of someone, to change: the picture at once, the words when they are saved. */
export function EditProfile({ user, locale, onDone }: EditProfileProps) {
  const t = useTranslations('profile');
  const names = useTranslations('account');
  const words = useTranslations('common');
  const updateProfile = useUpdateProfile();
  const { form, tell, retell, textOf } = useProblems<(typeof FIELDS)[number]>();
  const [handle, setHandle] = useState(user.handle);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function save(input: { displayName: string; handle: string; area: string | null }): Promise<void> {
    const result = await updateProfile(input);
    switch (result.__typename) {
      case 'Viewer':
        say(t('saved'));
        return onDone();
      case 'HandleTaken':
        return void tell({ handle: 'handleTaken' });
      case 'InvalidInput': {
        const field = findField(FIELDS, result.field);
        if (!field) throw new Error(result.message);
        return void tell({ [field]: { message: result.message } });
      }
      default:
        return result satisfies never;
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const typed = new FormData(event.currentTarget);
    const [displayName, area] = [readText(typed, 'displayName').trim(), readText(typed, 'area').trim()];
    setError(null);
    const hasProblem = tell({
      displayName: displayName === '' ? 'displayNameMissing' : lengthOf(displayName) > 50 ? 'displayNameLong' : null,
      handle: toHandle(handle) === '' ? 'handleMissing' : checkHandle(handle, true),
      area: lengthOf(area) > 60 ? 'areaLong' : null,
    });
    if (hasProblem) return;
    setIsBusy(true);
    await save({ displayName, handle: toHandle(handle), area: area === '' ? null : area }).catch(setError);
    setIsBusy(false);
  }

  return (
    <div className="flex flex-col gap-6">
      <AvatarField user={user} locale={locale} />
      <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <Field label={names('displayName')} hint={names('displayNameHint')} error={textOf('displayName')}>
          <TextInput name="displayName" defaultValue={user.displayName} autoComplete="name" required onValueChange={() => retell('displayName')} />
        </Field>
        <HandleField
          value={handle}
          error={textOf('handle')}
          onChange={(typed) => {
            setHandle(typed);
            retell('handle', checkHandle(typed, false));
          }}
          onLeave={() => retell('handle', checkHandle(handle, true))}
        />
        <Field label={t('area')} hint={t('areaHint')} error={textOf('area')}>
          <TextInput name="area" defaultValue={user.area ?? ''} autoComplete="off" onValueChange={() => retell('area')} />
        </Field>
        <FailureNote text={error ? describeError(error, words) : null} secondsLeft={0} />
        <Button type="submit" aria-disabled={isBusy}>
          {isBusy ? t('saving') : words('save')}
        </Button>
      </form>
    </div>
  );
}
