import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Words } from '../rig/words.js';

/** A file as the choice of files gives it to a page. */
export interface PhotoFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const EXIF = { IFD0: { Make: 'Phone', Copyright: 'me' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 0/1' } };

/** A picture as a phone takes it: large, and with the place where it was taken. */
export async function takeLargePhoto(): Promise<PhotoFile> {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) };
  const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background } }).withExif(EXIF).jpeg().toBuffer();
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer };
}

/** Writes a picture of 14 megapixels and more than 30 MB, in which nothing is like what is beside it; its path. */
export async function takeHugePhoto(folder: string): Promise<string> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const path = join(folder, 'IMG_2042.jpg');
  await sharp({ create: { width: 4400, height: 3200, channels: 3, background: '#888', noise } }).withExif(EXIF).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toFile(path);
  return path;
}

/** Chooses files, or one that stands on the disk. */
export const choosePhotos = (page: Page, files: PhotoFile[] | string): Promise<void> => page.locator('main input[type=file]').setInputFiles(files);

/** On to the next of the four screens. */
export const goOn = (page: Page, words: Words): Promise<void> => page.getByRole('button', { name: words('publish.continue'), exact: true }).click();

/** The second screen. */
export async function sayWhat(page: Page, words: Words, { title, description = 'Roule bien, pneus neufs.' }: { title: string; description?: string }): Promise<void> {
  await page.getByLabel(words('publish.titleLabel')).fill(title);
  await page.getByLabel(words('publish.descriptionLabel')).fill(description);
  await page.getByRole('button', { name: words('publish.categoryLabel', { isPart: true }) }).click();
  const choices = page.getByRole('dialog').getByRole('listitem').getByRole('button');
  await choices.first().click();
  await page.getByRole('button', { name: words('publish.categoryBack') }).waitFor();
  await choices.first().click();
}

export const sayCondition = (page: Page, words: Words): Promise<void> => page.getByRole('radio', { name: words('item.condition.GOOD', { isPart: true }) }).check();

/** The last screen, by the beginning of a town's name. */
export async function sayWhere(page: Page, words: Words, town = 'Villeurb'): Promise<void> {
  await page.getByRole('combobox', { name: words('publish.townLabel') }).fill(town);
  await page.getByRole('option').first().click();
}

/** Publishes by hand; resolves on the page of what was published, with its id. */
export async function publishByHand(page: Page, words: Words, { title, photos }: { title: string; photos: PhotoFile[] }): Promise<string> {
  await choosePhotos(page, photos);
  await goOn(page, words);
  await sayWhat(page, words, { title });
  await goOn(page, words);
  await sayCondition(page, words);
  await goOn(page, words);
  await sayWhere(page, words);
  await page.getByRole('button', { name: words('publish.publish') }).click();
  await page.waitForURL(/\/items\/[^/?]+$/);
  return /\/items\/([^/?]+)$/.exec(page.url())![1]!;
}
