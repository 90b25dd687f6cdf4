import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 80;

/** Goes on with the tabulator until a control is in focus, as someone without a pointer does; throws when it never is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator never comes to ${String(target)}`);
}

/** Goes to a control and presses a key on it, by default Enter. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
