import type { Locator, Page } from 'playwright-core';
import type { Words } from '../rig/words.js';

/** What an exchange's page lets someone do, by the key of its words. */
export type TurnName = 'accept' | 'decline' | 'confirm' | 'cancel' | 'withdraw';

/** Takes a turn, and says yes when asked once more. */
export async function takeTurn(page: Page, words: Words, turn: TurnName): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: words(`exchange.turns.${turn}.button`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words(`exchange.turns.${turn}.do`) }).click();
}

/** Where the swap stands, as its card says. */
export const standing = (page: Page, words: Words, name: string): Locator => page.getByRole('status').getByText(words(`exchange.standing.${name}.title`));

/** Writes into the conversation, and sends. */
export async function writeMessage(page: Page, words: Words, text: string): Promise<void> {
  await page.getByRole('textbox', { name: words('chat.write') }).fill(text);
  await page.getByRole('button', { name: words('chat.send') }).click();
}

/** Messages that contain a text. */
export const message = (page: Page, text: string): Locator => page.getByRole('log').getByRole('article').filter({ hasText: text });

/** Messages that contain a text, and have come so far, such as `sent`. */
export const messageThatIs = (page: Page, words: Words, text: string, fate: 'sending' | 'waiting' | 'sent' | 'read'): Locator =>
  message(page, text).filter({ hasText: words(`chat.state.${fate}`, { isPart: true }) });
