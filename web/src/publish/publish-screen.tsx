'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { RequireViewer } from '@/account/require-viewer';
import { useViewerId } from '@/session/session-context';
import { Skeleton } from '@/ui/skeleton';
import { deleteDraft, readDraft, type KeptDraft } from './publish-draft';
import { STEPS } from './publish-form';
import { ResumeDraft } from './resume-draft';
import { StepFrame } from './step-frame';
import { replaceStep } from './use-steps';

// Loaded while the draft is looked for.
const PublishSteps = dynamic(() => import('./publish-steps').then(({ PublishSteps }) => PublishSteps), { ssr: false, loading: Waiting });

/** Publishing an item, from its photos to its place. What is begun is kept on this device, for this person. */
export const PublishScreen = ({ then }: { then: string | null }) => (
  <RequireViewer>
    <Entry then={then} />
  </RequireViewer>
);

type EntryState = { status: 'looking' } | { status: 'found'; draft: KeptDraft } | { status: 'open'; draft: KeptDraft | null };

function Entry({ then }: { then: string | null }) {
  const viewerId = useViewerId();
  const [state, setState] = useState<EntryState>({ status: 'looking' });
  useEffect(() => {
    if (!viewerId) return;
    let isOver = false;
    const show = (draft: KeptDraft | null) => {
      if (isOver) return;
      if (!draft) replaceStep(STEPS[0]);
      setState(draft ? { status: 'found', draft } : { status: 'open', draft: null });
    };
    // A browser that keeps nothing has no draft.
    readDraft(viewerId).then(show, () => show(null));
    return () => void (isOver = true);
  }, [viewerId]);

  if (!viewerId || state.status === 'looking') return <Waiting />;
  if (state.status === 'open') return <PublishSteps key={viewerId} viewerId={viewerId} kept={state.draft} then={then} />;
  const { draft } = state;
  return (
    <ResumeDraft
      draft={draft}
      onResume={() => {
        replaceStep(draft.step);
        setState({ status: 'open', draft });
      }}
      onStartOver={() => {
        deleteDraft(viewerId).catch(() => {});
        replaceStep(STEPS[0]);
        setState({ status: 'open', draft: null });
      }}
    />
  );
}

/** The first screen's shape, until it is known whether something was begun. */
function Waiting() {
  const t = useTranslations('publish');
  return (
    <StepFrame step="photos" title={t('photosTitle')} intro={t('photosIntro')}>
      <Skeleton className="aspect-4/3 rounded-panel" />
    </StepFrame>
  );
}
