import type { Page } from 'playwright-core';

/** More stops than this say nothing new: the rest of a feed is like its beginning. */
const MOST_STOPS = 30;

interface Stop {
  /** The same for the same element. */
  id: number;
  name: string;
  complaint: string | null;
}

/** Goes through the page with the tabulator; a line for each stop where focus can't be seen, or stands under something. */
export async function findLostFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const complaints: string[] = [];
  const seen = new Set<number>();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (!stop || seen.has(stop.id)) break;
    seen.add(stop.id);
    if (stop.complaint) complaints.push(`${stop.name}: ${stop.complaint}`);
  }
  return complaints;
}

/** Runs in the page. Null when focus has left it. */
async function lookAtFocus(): Promise<Stop | null> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body) return null;
  // A change of style takes until the next frame, and what moves by it its time.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await Promise.allSettled(focused.getAnimations().map(({ finished }) => finished));
  const known = (((globalThis as { focusStops?: Element[] }).focusStops) ??= []);
  const at = known.indexOf(focused);
  const id = at >= 0 ? at : known.push(focused) - 1;
  const name = `${focused.tagName.toLowerCase()} “${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}”`;

  // A control that is hidden to the eye is shown by its label, or by what stands beside it.
  const isHidden = focused.getBoundingClientRect().width <= 2 || Number(getComputedStyle(focused).opacity) === 0;
  const label = focused.closest('label') ?? (focused instanceof HTMLInputElement ? focused.labels?.[0] : null) ?? focused.parentElement;
  const shown = isHidden && label ? label : focused;
  const marked = [focused, shown, focused.nextElementSibling, focused.closest('label'), focused.parentElement].filter((node) => node !== null && node !== undefined);
  const isMarked = marked.some((node) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
  if (!isMarked) return { id, name, complaint: 'focus does not show' };

  const box = [...shown.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) return { id, name, complaint: 'focus is on nothing that is shown' };
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
  const [x, y] = [clamp(box.left + box.width / 2, innerWidth), clamp(box.top + box.height / 2, innerHeight)];
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return { id, name, complaint: 'focus is out of sight' };
  const hit = document.elementFromPoint(x, y);
  if (!hit) return { id, name, complaint: 'focus is out of sight' };
  const isFree = shown.contains(hit) || hit.contains(shown) || (label?.contains(hit) ?? false);
  return { id, name, complaint: isFree ? null : `focus is covered by ${hit.tagName.toLowerCase()}.${(hit.getAttribute('class') ?? '').slice(0, 60)}` };
}
