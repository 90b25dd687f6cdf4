'use client';
import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { describeError } from '@/graph/describe-error';
import { ACCOUNT_LOCALES } from '@/i18n/use-switch-language';
import { useSession } from '@/session/session-context';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { toDeviceName } from './device-name';
import { FailureNote } from './failure-note';
import { checkHandle, suggestHandle, toHandle } from './handle';
import { HandleField } from './handle-field';
import { PasswordField } from './password-field';
import { findField, useProblems } from './problems';
import { readText } from './read-text';
import { RegisterDocument, type RegisterMutationVariables } from './register.generated';
import { useCountdown } from './use-countdown';
import { useIsAlive } from './use-is-alive';

const FIELDS = ['displayName', 'handle', 'email', 'password'] as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const lengthOf = (text: string): number => [...text].length;

type Registration = Pick<RegisterMutationVariables['input'], (typeof FIELDS)[number]>;

/** What can be told without asking the graph. */
const check = ({ displayName, handle, email, password }: Registration) =>
  ({
    displayName: displayName === '' ? 'displayNameMissing' : lengthOf(displayName) > 50 ? 'displayNameLong' : null,
    handle: handle === '' ? 'handleMissing' : checkHandle(handle, true),
    email: email === '' ? 'emailMissing' : EMAIL.test(email) ? null : 'emailIncomplete',
    password: lengthOf(password) < 8 || lengthOf(password) > 128 ? 'passwordLength' : null,
  }) as const;

/** A new account; `onRegistered` is called before its person is signed in. */
export function RegisterForm({ onRegistered }: { onRegistered(): void }) {
  const t = useTranslations('account');
  const words = useTranslations('common');
  const locale = useLocale();
  const client = useApolloClient();
  const session = useSession();
  const { form, tell, retell, textOf } = useProblems<(typeof FIELDS)[number]>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [handle, setHandle] = useState('');
  const isOwnHandle = useRef(false);
  const wait = useCountdown();
  const isAlive = useIsAlive();

  async function register(registration: Registration): Promise<void> {
    const input = { ...registration, locale: ACCOUNT_LOCALES[locale], deviceName: toDeviceName(navigator.userAgent) };
    // A token is kept nowhere but in the session.
    const { data } = await client.mutate({ mutation: RegisterDocument, variables: { input }, fetchPolicy: 'no-cache' });
    const result = data.register;
    switch (result.__typename) {
      case 'Session':
        onRegistered();
        return session.signIn(result);
      case 'HandleTaken':
        return void tell({ handle: 'handleTaken' });
      case 'EmailTaken':
        return void tell({ email: 'emailTaken' });
      case 'InvalidInput': {
        const field = findField(FIELDS, result.field);
        if (!field) throw new Error(result.message);
        return void tell({ [field]: { message: result.message } });
      }
      case 'RateLimited':
        return wait.start(result.retryAfterSeconds);
      default:
        return result satisfies never;
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy || wait.left > 0) return;
    const typed = new FormData(event.currentTarget);
    const read = (name: string) => readText(typed, name).trim();
    const registration = { displayName: read('displayName'), handle: toHandle(handle), email: read('email'), password: readText(typed, 'password') };
    setError(null);
    if (tell(check(registration))) return;
    setIsBusy(true);
    await register(registration).catch(setError);
    setIsBusy(false);
  }

  return (
    // By POST, should a browser ever send it by itself: nothing typed stands in an address.
    <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label={t('displayName')} hint={t('displayNameHint')} error={textOf('displayName')}>
        <TextInput
          name="displayName"
          autoComplete="name"
          required
          onValueChange={(name) => {
            retell('displayName');
            if (isOwnHandle.current) return;
            setHandle(suggestHandle(name));
            retell('handle');
          }}
        />
      </Field>
      <HandleField
        value={handle}
        error={textOf('handle')}
        onChange={(typed) => {
          isOwnHandle.current = typed !== '';
          setHandle(typed);
          retell('handle', checkHandle(typed, false));
        }}
        onLeave={() => retell('handle', checkHandle(handle, true))}
      />
      <Field label={t('email')} hint={t('emailHint')} error={textOf('email')}>
        <TextInput name="email" type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} dir="ltr" required onValueChange={() => retell('email')} />
      </Field>
      <PasswordField name="password" autoComplete="new-password" hint={t('passwordHint')} error={textOf('password')} onChange={() => retell('password')} />
      <FailureNote text={error ? describeError(error, words) : null} secondsLeft={wait.left} />
      <Button type="submit" disabled={!isAlive} className="disabled:opacity-100" aria-disabled={isBusy || wait.left > 0}>
        {isBusy ? t('registering') : t('register')}
      </Button>
    </form>
  );
}
