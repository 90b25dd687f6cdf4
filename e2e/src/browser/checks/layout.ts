import type { Page } from 'playwright-core';

/** What sticks out of the page to the side; empty when it does not scroll that way. */
export const findOverflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const widest = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
    if (widest <= width) return [];
    const isInScroller = (node: Element | null): boolean => node !== null && node !== document.body && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(node).overflowX) || isInScroller(node.parentElement));
    const sticking = [...document.body.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > width + 0.5 && !isInScroller(node.parentElement));
    return [`${widest} of ${width} px`, ...sticking.slice(0, 3).map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} ${node.textContent?.slice(0, 40) ?? ''}`)];
  });

/** Controls whose place to touch is smaller than 24 × 24 px, but for links within a sentence (WCAG 2.2, 2.5.8). */
export const findSmallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SIZE = 24;
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=switch], [role=option]')];
    const isShown = (node: HTMLElement) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !node.closest('[inert], [aria-hidden=true]');
    const isVisuallyHidden = ({ width, height }: DOMRect) => width <= 1 || height <= 1;
    const isInSentence = (node: HTMLElement) =>
      getComputedStyle(node).display === 'inline' && [...(node.parentElement?.childNodes ?? [])].some((sibling) => sibling.nodeType === Node.TEXT_NODE && sibling.textContent!.trim() !== '');
    // What can be touched may be larger than what is drawn: a label, or a place put around it.
    const isHitAround = (node: HTMLElement, { left, top, width, height }: DOMRect) => {
      const [x, y, reach] = [left + width / 2, top + height / 2, SIZE / 2 - 1];
      const labels = node instanceof HTMLInputElement ? [...(node.labels ?? [])] : [];
      return [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]].every(([px, py]) => {
        const hit = document.elementFromPoint(px!, py!);
        return hit !== null && (node.contains(hit) || labels.some((label) => label.contains(hit)));
      });
    };
    return controls
      .filter((node) => {
        if (!isShown(node)) return false;
        const box = node.getBoundingClientRect();
        if (isVisuallyHidden(box) || (box.width >= SIZE && box.height >= SIZE) || isInSentence(node)) return false;
        node.scrollIntoView({ block: 'center', behavior: 'instant' });
        return !isHitAround(node, node.getBoundingClientRect());
      })
      .map((node) => {
        const { width, height } = node.getBoundingClientRect();
        return `${node.tagName.toLowerCase()} “${(node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 40)}” ${Math.round(width)} × ${Math.round(height)} px`;
      });
  });

/** What still moves, or would for longer than a moment, for someone who asked for less motion. */
export const findMotion = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const MOMENT_MS = 50;
    return document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && Number(effect?.getComputedTiming().endTime) > MOMENT_MS)
      .map(({ effect }) => `${(effect as KeyframeEffect).target?.outerHTML.slice(0, 80)}`);
  });

/** The headings of the first level, and the language that the page says it is in. */
export const readHead = (page: Page): Promise<{ h1: string[]; lang: string; title: string }> =>
  page.evaluate(() => ({
    h1: [...document.querySelectorAll('h1')].filter((node) => node.checkVisibility()).map((node) => node.textContent.trim()),
    lang: document.documentElement.lang,
    title: document.title,
  }));
