'use client';
import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { describeError } from '@/graph/describe-error';
import { useSession } from '@/session/session-context';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { toDeviceName } from './device-name';
import { FailureNote } from './failure-note';
import { LogInDocument } from './log-in.generated';
import { PasswordField } from './password-field';
import { useProblems } from './problems';
import { readText } from './read-text';
import { useCountdown } from './use-countdown';
import { useIsAlive } from './use-is-alive';

/** E-mail and password; whoever they belong to is then signed in. */
export function LogInForm() {
  const t = useTranslations('account');
  const words = useTranslations('common');
  const client = useApolloClient();
  const session = useSession();
  const { form, tell, retell, textOf } = useProblems<'email' | 'password'>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const wait = useCountdown();
  const isAlive = useIsAlive();

  async function logIn(email: string, password: string): Promise<void> {
    const input = { email, password, deviceName: toDeviceName(navigator.userAgent) };
    // A token is kept nowhere but in the session.
    const { data } = await client.mutate({ mutation: LogInDocument, variables: { input }, fetchPolicy: 'no-cache' });
    const result = data.logIn;
    switch (result.__typename) {
      case 'Session':
        return session.signIn(result);
      case 'WrongCredentials':
        return void tell({ password: 'wrongCredentials' });
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
    const email = readText(typed, 'email').trim();
    const password = readText(typed, 'password');
    setError(null);
    if (tell({ email: email === '' ? 'emailMissing' : null, password: password === '' ? 'passwordMissing' : null })) return;
    setIsBusy(true);
    await logIn(email, password).catch(setError);
    setIsBusy(false);
  }

  return (
    // By POST, should a browser ever send it by itself: nothing typed stands in an address.
    <form ref={form} method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field label={t('email')} error={textOf('email')}>
        <TextInput name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} dir="ltr" required onValueChange={() => retell('email')} />
      </Field>
      <PasswordField name="password" autoComplete="current-password" error={textOf('password')} onChange={() => retell('password')} />
      <FailureNote text={error ? describeError(error, words) : null} secondsLeft={wait.left} />
      <Button type="submit" disabled={!isAlive} className="disabled:opacity-100" aria-disabled={isBusy || wait.left > 0}>
        {isBusy ? t('loggingIn') : t('logIn')}
      </Button>
    </form>
  );
}
