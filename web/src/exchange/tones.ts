import { STANDINGS, type Standing } from './standing';

interface Tone {
  /** Ground and words of a panel. */
  panel: string;
  /** The ring of the swap mark on that ground. */
  ring: string;
  /** Words on the page's own ground. */
  words: string;
}

const TONES: Record<(typeof STANDINGS)[Standing]['tone'], Tone> = {
  agreed: { panel: 'bg-leaf-soft text-leaf-ink', ring: 'border-leaf-soft', words: 'text-leaf-ink' },
  asked: { panel: 'bg-clay-soft text-clay-ink', ring: 'border-clay-soft', words: 'text-clay-ink' },
  waiting: { panel: 'bg-sun-soft text-sun-ink', ring: 'border-sun-soft', words: 'text-ink-2' },
  over: { panel: 'bg-sunk text-ink', ring: 'border-sunk', words: 'text-ink-2' },
};

/** The colours that say where an exchange stands; the words beside them say it too. */
export const toTone = (standing: Standing): Tone => TONES[STANDINGS[standing].tone];
