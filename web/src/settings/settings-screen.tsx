'use client';
import { useQuery } from '@apollo/client/react';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useIsSignedIn } from '@/frame/use-sign-in-hint';
import { PageHeader } from '@/frame/page-header';
import { describeError } from '@/graph/describe-error';
import { useViewerId } from '@/session/session-context';
import { Button } from '@/ui/button';
import { ButtonLink, Link } from '@/ui/link';
import { Skeleton } from '@/ui/skeleton';
import { LanguageChoice } from './language-choice';
import { LogOut } from './log-out';
import { Section } from './section';
import { SessionList } from './session-list';
import { SettingsDocument } from './settings.generated';

/** Language for everyone; the account and its sessions for who has one. */
export function SettingsScreen() {
  const t = useTranslations('settings');
  const isSignedIn = useIsSignedIn();
  return (
    <div className="page pb-10 desk:max-w-6xl">
      <PageHeader title={t('title')} fallback="/me" className="desk:py-6" />
      <div className="grid items-start gap-5 desk:grid-cols-2">
        <div className="flex flex-col gap-5">
          <LanguageChoice />
          <Link href="/welcome" className="flex min-h-14 items-center justify-between rounded-panel border border-line bg-surface px-5 py-4 font-semibold hover:bg-sunk desk:px-7">
            {t('howItWorks')}
            <ChevronRight className="size-5 text-ink-2" aria-hidden />
          </Link>
        </div>
        {isSignedIn ? <Account /> : <NoAccount />}
      </div>
    </div>
  );
}

function Account() {
  const t = useTranslations('settings');
  const words = useTranslations('common');
  const viewerId = useViewerId();
  const { data, error, refetch } = useQuery(SettingsDocument, { skip: viewerId === null, fetchPolicy: 'cache-and-network' });
  const me = data?.me ?? null;
  return (
    <div className="flex flex-col gap-5">
      <Section title={t('account')}>
        <dl>
          <dt className="text-xs text-ink-2">{t('email')}</dt>
          <dd className="font-semibold break-all">{me ? me.email : <Skeleton className="h-5.5 w-56 max-w-full" />}</dd>
        </dl>
      </Section>
      <Section title={t('sessions')} text={t('sessionsText')}>
        {error && !me ? (
          <div role="alert" className="flex flex-col items-start gap-3">
            <p className="text-clay-ink">{describeError(error, words)}</p>
            <Button variant="outline" size="panel" onClick={() => void refetch()}>
              {words('tryAgain')}
            </Button>
          </div>
        ) : (
          <SessionList sessions={me?.sessions ?? null} />
        )}
      </Section>
      <LogOut />
    </div>
  );
}

function NoAccount() {
  const t = useTranslations('settings');
  return (
    <Section title={t('noAccountTitle')} text={t('noAccountText')}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/log-in?from=/settings" size="panel">
          {t('logIn')}
        </ButtonLink>
        <ButtonLink href="/register?from=/settings" size="panel" variant="outline">
          {t('register')}
        </ButtonLink>
      </div>
    </Section>
  );
}
