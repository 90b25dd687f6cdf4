/** What a toast may offer to do. */
export interface ToastAction {
  label: string;
  run(): void;
}

/** Something to say at the edge of the screen, from anywhere in the app. */
export interface ToastWords {
  text: string;
  action: ToastAction | null;
  /** Takes it back: it is no longer so. */
  until?: AbortSignal | undefined;
}

let show: ((words: ToastWords) => void) | null = null;
const waiting: ToastWords[] = [];

/** Says something for five seconds; what offers an action stays for ten. What is said before `Toaster` is there waits for it. */
export function say(text: string, action: ToastAction | null = null, until?: AbortSignal): void {
  const words = { text, action, until };
  if (show) show(words);
  else waiting.push(words);
}

/** Who shows what is said, from now on; gives a function that ends it. */
export function showToasts(shower: (words: ToastWords) => void): () => void {
  show = shower;
  for (const words of waiting.splice(0)) shower(words);
  return () => {
    show = null;
  };
}
