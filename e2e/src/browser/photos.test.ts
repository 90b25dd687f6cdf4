import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { useRig } from './rig/rig.js';
import { readWords } from './rig/words.js';
import { choosePhotos, goOn, sayCondition, sayWhat, sayWhere, takeHugePhoto, takeLargePhoto } from './steps/publish.js';

const rig = useRig();
const words = readWords('fr');

describe('a photo', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sle-photo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What a page sends to the photo store. */
  const keepUploads = (page: Page) =>
    page.addInitScript(() => {
      const state = globalThis as unknown as { sent: Blob[] };
      state.sent = [];
      const append: (this: FormData, name: string, value: never) => void = FormData.prototype.append;
      FormData.prototype.append = function (this: FormData, name: string, value: string | Blob) {
        if (value instanceof Blob) state.sent.push(value);
        append.call(this, name, value as never);
      };
    });
  const readUpload = async (page: Page): Promise<Buffer> => {
    const address = await page.evaluate(() => {
      const reader = new FileReader();
      reader.readAsDataURL((globalThis as unknown as { sent: Blob[] }).sent[0]!);
      return new Promise<string>((resolve) => (reader.onload = () => resolve(reader.result as string)));
    });
    return Buffer.from(address.split(',')[1]!, 'base64');
  };
  const tile = (page: Page) => page.getByRole('button', { name: words('publish.photoOf', { isPart: true }) });
  const progress = (page: Page) => page.getByRole('progressbar', { name: words('publish.progressOf') });

  it('of 30 MB goes out small, and without where it was taken', async () => {
    const file = await takeHugePhoto(folder);
    expect((await stat(file)).size).toBeGreaterThan(30_000_000);
    const { page, person, visit } = await rig.openPerson();
    await keepUploads(page);
    await visit('/publish');
    await choosePhotos(page, file);
    await tile(page).waitFor({ timeout: 20_000 });
    await progress(page).waitFor({ state: 'detached', timeout: 20_000 });
    const sent = await readUpload(page);
    expect(sent.length).toBeLessThan(4_000_000);
    for (const trace of ['Exif', 'Phone']) expect(sent.includes(trace)).toBe(false);
    const { width, height, exif } = await sharp(sent).metadata();
    expect([Math.max(width, height) <= 2048, exif]).toEqual([true, undefined]);

    await goOn(page, words);
    await sayWhat(page, words, { title: 'Tapis' });
    await goOn(page, words);
    await sayCondition(page, words);
    await goOn(page, words);
    await sayWhere(page, words);
    await page.getByRole('button', { name: words('publish.publish') }).click();
    await page.getByRole('heading', { level: 1, name: 'Tapis' }).waitFor();
    const { edges } = await person.graph.read('query ($id: ID!) { items(filter: { ownerId: $id }) { edges { node { photos { url } } } } }', { id: person.id });
    const stored = Buffer.from(await (await fetch(edges[0].node.photos[0].url)).arrayBuffer());
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
  });

  it('that is broken says why, and the others go on', async () => {
    const { page, visit } = await rig.openPerson();
    await visit('/publish');
    const whole = await takeLargePhoto();
    await choosePhotos(page, [{ ...whole, name: 'broken.jpg', buffer: whole.buffer.subarray(0, 300) }, whole]);
    await page.getByRole('alert').filter({ hasText: words('photo.problems.broken', { isPart: true }) }).waitFor();
    await choosePhotos(page, [{ name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }]);
    await page.getByRole('alert').filter({ hasText: words('photo.problems.notAPicture', { isPart: true }) }).waitFor();
    await progress(page).waitFor({ state: 'detached' });
    expect(await tile(page).count()).toBeGreaterThanOrEqual(1);
  });

  it('that is on its way can be called off, and one that failed tried again alone', async () => {
    const { page, visit, trouble } = await rig.openPerson();
    trouble.expect(/photos/);
    let fate: 'hang' | 'fail' | 'pass' = 'hang';
    await page.route(/\/photos/, async (route) => {
      if (route.request().method() !== 'POST' || fate === 'pass') return route.fallback();
      if (fate === 'fail') await route.abort('connectionreset');
    });
    await visit('/publish');
    await choosePhotos(page, [await takeLargePhoto()]);
    await progress(page).waitFor();
    await page.getByRole('button', { name: words('publish.cancelPhoto') }).click();
    await tile(page).waitFor({ state: 'detached' });

    fate = 'fail';
    await choosePhotos(page, [await takeLargePhoto()]);
    await page.getByRole('alert').filter({ hasText: words('photo.problems.network', { isPart: true }) }).waitFor();
    fate = 'pass';
    await page.getByRole('button', { name: words('publish.retryPhoto') }).click();
    await page.getByRole('button', { name: words('publish.retryPhoto') }).waitFor({ state: 'detached' });
    await progress(page).waitFor({ state: 'detached' });
    await tile(page).waitFor();
  });
});
