'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { STEPS, type Step } from './publish-form';

/** The address of a screen; the first one has none of its own. */
function toAddress(step: Step): string {
  const url = new URL(window.location.href);
  if (step === STEPS[0]) url.searchParams.delete('step');
  else url.searchParams.set('step', step);
  return url.pathname + url.search;
}

/** Shows a screen in place of the present one, so that going back does not lead to it. */
export const replaceStep = (step: Step): void => window.history.replaceState(null, '', toAddress(step));

/** Which screen is shown: it stands in the address, so that the browser's own way back goes one screen back. */
export function useSteps() {
  const asked = useSearchParams().get('step');
  const step = STEPS.find((candidate) => candidate === asked) ?? STEPS[0];
  /** How many screens of ours are behind this one. */
  const depth = useRef(0);
  useEffect(() => {
    const onReturn = () => (depth.current = Math.max(0, depth.current - 1));
    window.addEventListener('popstate', onReturn);
    return () => window.removeEventListener('popstate', onReturn);
  }, []);
  return {
    step,
    goTo(next: Step) {
      if (next === step) return;
      depth.current += 1;
      window.history.pushState(null, '', toAddress(next));
    },
    goBack() {
      if (depth.current > 0) window.history.back();
      else replaceStep(STEPS[STEPS.indexOf(step) - 1] ?? STEPS[0]);
    },
  };
}
