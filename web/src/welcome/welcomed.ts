const KEY = 'sle.welcomed';

/** Whether the words of welcome were seen, or skipped, on this device: they don't come by themselves again. */
export const wasWelcomed = (): boolean => localStorage.getItem(KEY) !== null;

export const rememberWelcome = (): void => localStorage.setItem(KEY, '1');
