'use client';
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { showToasts, type ToastAction, type ToastWords } from './toasts';

const manager = Toast.createToastManager<{ action: ToastAction | null }>();

function show({ text, action, until }: ToastWords): void {
  if (until?.aborted) return;
  const id = manager.add({ title: text, timeout: action ? 10_000 : 5_000, data: { action } });
  until?.addEventListener('abort', () => manager.close(id));
}

/** Where toasts are shown: above the bar on a phone, at the right on a desk. */
export function Toaster() {
  const t = useTranslations('frame');
  useEffect(() => showToasts(show), []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('notifications')}
          className="pointer-events-none fixed inset-x-4 bottom-[calc(6.25rem+env(safe-area-inset-bottom))] z-60 mx-auto flex max-w-md flex-col gap-2 desk:right-8 desk:bottom-8 desk:left-auto desk:w-96"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const t = useTranslations('common');
  const { toasts: shown } = Toast.useToastManager<{ action: ToastAction | null }>();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'right']}
      className="pointer-events-auto rounded-picture border border-line bg-[#1d1b16] text-[#faf6ee] transition-[translate,opacity] data-ending-style:translate-y-3 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-3 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
        <Toast.Title className="flex-1 py-2 text-base" />
        {toast.data?.action && (
          <Toast.Action onClick={toast.data.action.run} className="min-h-11 rounded-full px-3 font-semibold text-sun underline-offset-4 hover:underline">
            {toast.data.action.label}
          </Toast.Action>
        )}
        <Toast.Close aria-label={t('close')} className="grid size-11 place-items-center rounded-full">
          <X className="size-5" aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
