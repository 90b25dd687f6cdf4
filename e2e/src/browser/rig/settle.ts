/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// What tests run inside pages speaks of documents and windows: this makes all of `browser/` know them.
import type { Page } from 'playwright-core';

/** Resolves when React has taken over what the server rendered: from then on the page hears what one does. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isTaken = (node: Element) => Object.keys(node).some((key) => key.startsWith('__reactProps'));
    const parts = [document.querySelector('main'), document.querySelector('main h1')].filter((node) => node !== null);
    return parts.length > 0 && parts.every(isTaken);
  });
}

/** Resolves when nothing has moved for three frames; what goes on for ever, such as a skeleton, does not count. */
export const untilStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const isMoving = () => document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    // Where colours are inherited, one change follows the other from element to element.
    for (let still = 0; still < 3; still = isMoving() ? 0 : still + 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/** Resolves when what is in sight has loaded: no skeleton, no picture under way, fonts there, nothing moving. */
export async function untilSettled(page: Page): Promise<void> {
  await untilAlive(page);
  await page.waitForFunction(() => {
    const isInSight = (node: Element) => {
      const { top, bottom, width } = node.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < innerHeight;
    };
    const skeletons = [...document.querySelectorAll('.animate-pulse')].filter(isInSight);
    const pictures = [...document.images].filter((image) => isInSight(image) && !image.complete);
    return document.fonts.status === 'loaded' && skeletons.length === 0 && pictures.length === 0;
  });
  await untilStill(page);
}
