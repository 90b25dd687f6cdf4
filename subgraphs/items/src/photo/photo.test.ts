import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { request as sendRaw } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { createHttpServer } from '@secondlife/platform/http/http-server';
import { listen } from '@secondlife/platform/http/listen';
import { createLogger } from '@secondlife/platform/log';
import { ask, read, someone } from '@secondlife/platform/testing/ask';
import { openItems, type ItemsKit } from '../testing/items-kit.js';
import { MOST_PHOTO_BYTES } from './photo-rejection.js';

let kit: ItemsKit;
let app: FastifyInstance;
let baseUrl: string;
beforeAll(async () => {
  kit = await openItems();
  app = createHttpServer({ log: createLogger({ name: 'test', level: 'silent' }), checks: {} });
  await kit.items.registerRoutes(app);
  baseUrl = `http://127.0.0.1:${await listen(app, { port: 0, host: '127.0.0.1' })}`;
});
afterAll(async () => {
  await app.close();
  await kit.dispose();
});

const CREATE = `mutation ($input: CreatePhotoUploadInput!) { createPhotoUpload(input: $input) { __typename
  ... on PhotoUpload { photoId url fields { name value } expiresAt maxBytes }
  ... on Failure { message } ... on InvalidInput { field } ... on RateLimited { retryAfterSeconds } } }`;

interface Upload {
  __typename: string;
  photoId: string;
  url: string;
  fields: { name: string; value: string }[];
  expiresAt: string;
  maxBytes: number;
  message: string;
  field: string[];
}
const createUpload = (userId: string, part: object = {}, language: 'fr' | 'en' = 'en') => {
  const input = { fileName: 'photo.jpg', contentType: 'image/jpeg', byteSize: 1_000, ...part };
  return read<Upload>(kit.items, CREATE, { input }, { userId, language });
};

/** A browser's form, as the upload says; what it is called says nothing of what it is. */
function send({ url, fields }: Pick<Upload, 'url' | 'fields'>, file: Uint8Array | null, headers = { 'accept-language': 'en' }): Promise<Response> {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  if (file) form.append('file', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), 'photo.jpg');
  return fetch(url.replace('https://swap.example', baseUrl), { method: 'POST', body: form, headers });
}
async function store(userId: string, file: Uint8Array): Promise<{ photoId: string; status: number; answer: Record<string, unknown> }> {
  const upload = await createUpload(userId);
  const response = await send(upload, file);
  return { photoId: upload.photoId, status: response.status, answer: (await response.json()) as Record<string, unknown> };
}
const fetchPhoto = (photoId: string, init?: RequestInit) => fetch(`${baseUrl}/photos/${photoId}.webp`, init);

const plain = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#b5651d' } });
/** Left half red, right half blue. */
const redAndBlue = async (width: number, height: number) => {
  const blue = await sharp({ create: { width: width / 2, height, channels: 3, background: '#00f' } }).png().toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([{ input: blue, left: width / 2, top: 0 }]);
};

/** A PNG that says it is so large and holds next to nothing. */
function createPngBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

describe('createPhotoUpload', () => {
  it('gives a form that lets its holder store one file', async () => {
    const upload = await createUpload(someone());
    expect(upload).toMatchObject({
      __typename: 'PhotoUpload',
      url: 'https://swap.example/photos',
      fields: [{ name: 'ticket', value: expect.any(String) }],
      expiresAt: new Date(kit.clock.nowMs + 3_600_000).toISOString(),
      maxBytes: 10 * 1024 * 1024,
    });
    expect((await createUpload(someone())).photoId).not.toBe(upload.photoId);
  });

  it('says at once what can’t be accepted, in the language asked for', async () => {
    const cases: [object, string, string][] = [
      [{ contentType: 'image/svg+xml' }, 'contentType', 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.'],
      [{ contentType: 'application/pdf' }, 'contentType', 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.'],
      [{ contentType: 'image/gif' }, 'contentType', 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.'],
      [{ contentType: '' }, 'contentType', 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.'],
      [{ contentType: 'x'.repeat(1_000_000) }, 'contentType', 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.'],
      [{ contentType: 'image/HEIC' }, 'contentType', 'Les images HEIC ne sont pas encore prises en charge : envoyez un JPEG.'],
      [{ byteSize: 0 }, 'byteSize', 'Ce fichier est vide.'],
      [{ byteSize: -1 }, 'byteSize', 'Ce fichier est vide.'],
      [{ byteSize: MOST_PHOTO_BYTES + 1 }, 'byteSize', 'Ce fichier dépasse 10 Mio.'],
      [{ fileName: 'x'.repeat(256) }, 'fileName', 'Entre 1 et 255 caractères.'],
      [{ fileName: '' }, 'fileName', 'Entre 1 et 255 caractères.'],
    ];
    for (const [part, field, message] of cases) {
      expect(await createUpload(someone(), part, 'fr')).toEqual({ __typename: 'InvalidInput', field: [field], message });
    }
    for (const contentType of ['image/png', 'image/webp', 'image/avif', ' Image/JPEG ']) {
      expect(await createUpload(someone(), { contentType, byteSize: MOST_PHOTO_BYTES })).toMatchObject({ __typename: 'PhotoUpload' });
    }
  });

  it('is UNAUTHENTICATED for nobody, and counted for each person', async () => {
    const { errors } = await ask(kit.items, CREATE, { input: { fileName: 'a', contentType: 'image/png', byteSize: 1 } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const userId = someone();
    const answers = await Promise.all(Array.from({ length: 121 }, () => createUpload(userId)));
    expect(answers.filter(({ __typename }) => __typename === 'PhotoUpload')).toHaveLength(120);
    expect(answers.find(({ __typename }) => __typename !== 'PhotoUpload')).toMatchObject({ __typename: 'RateLimited', retryAfterSeconds: expect.any(Number) });
  });
});

describe('an uploaded picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s; it is served as WebP, to be kept for ever, and nothing else', async (format) => {
    const userId = someone();
    const { photoId, status, answer } = await store(userId, await plain().toFormat(format).toBuffer());
    expect(status).toBe(201);
    expect(answer).toEqual({ __typename: 'Photo', url: `https://swap.example/photos/${photoId}.webp`, width: 60, height: 40, thumbhash: expect.any(String) });
    const response = await fetchPhoto(photoId);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect(await sharp(await response.bytes()).metadata()).toMatchObject({ format: 'webp', width: 60, height: 40 });
    expect(await kit.publish({ photoIds: [photoId] }, { userId })).toMatchObject({ photos: [{ id: photoId, width: 60, height: 40, thumbhash: answer['thumbhash'] }] });
  });

  it('loses everything that the camera wrote into it, and is turned upright', async () => {
    const turned = await (await redAndBlue(80, 40))
      .withExif({ IFD0: { Make: 'Spyglass', Copyright: 'Nour' }, IFD3: { GPSLatitude: '45/1 45/1 0/1', GPSLongitude: '4/1 50/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Nour</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect((await sharp(turned).metadata()).exif).toBeDefined();
    const { photoId, answer } = await store(someone(), turned);
    expect(answer).toMatchObject({ width: 40, height: 80 });
    const served = Buffer.from(await (await fetchPhoto(photoId)).bytes());
    const { exif, xmp, iptc, icc, orientation } = await sharp(served).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    for (const trace of ['Exif', 'Spyglass', 'Nour']) expect(served.includes(trace)).toBe(false);
    const [red, blue] = await Promise.all([5, 70].map((top) => sharp(served).extract({ left: 20, top, width: 1, height: 1 }).raw().toBuffer()));
    expect(red![0]).toBeGreaterThan(200);
    expect(blue![2]).toBeGreaterThan(200);
  });

  it('is at most 2048 px long, and never made larger', async () => {
    expect((await store(someone(), await plain(3_000, 1_500).jpeg().toBuffer())).answer).toMatchObject({ width: 2_048, height: 1_024 });
    expect((await store(someone(), await plain(1, 1).png().toBuffer())).answer).toMatchObject({ width: 1, height: 1 });
  });

  it('carries a placeholder of about 25 bytes', async () => {
    const { answer } = await store(someone(), await (await redAndBlue(200, 100)).jpeg().toBuffer());
    const bytes = Buffer.from(String(answer['thumbhash']), 'base64').length;
    expect(bytes).toBeGreaterThanOrEqual(15);
    expect(bytes).toBeLessThanOrEqual(30);
  });

  it('may be exactly 10 MiB large', async () => {
    const jpeg = await plain().jpeg().toBuffer();
    const padded = Buffer.concat([jpeg, Buffer.alloc(MOST_PHOTO_BYTES - jpeg.length)]);
    expect((await store(someone(), padded)).status).toBe(201);
  });
});

describe('a bad file', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  const ftyp = (brand: string, ...others: string[]) =>
    Buffer.concat([Buffer.from([0, 0, 0, 16 + 4 * others.length]), Buffer.from(`ftyp${brand}\0\0\0\0${others.join('')}`), Buffer.alloc(200)]);
  const cut = (file: Buffer) => file.subarray(0, Math.floor(file.length * 0.6));
  const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });
  const pixels = Buffer.concat([Buffer.alloc(1_200, 0), Buffer.alloc(1_200, 255)]);
  const frames = () => sharp(pixels, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } });

  const FORMAT = 'Only JPEG, PNG, WebP and AVIF pictures are accepted.';
  const DAMAGED = 'This picture is damaged or incomplete.';
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['SVG', () => svg, FORMAT],
    ['SVG after an XML declaration', () => Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]), FORMAT],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj'), FORMAT],
    ['GIF', () => plain().gif().toBuffer(), FORMAT],
    ['TIFF', () => plain().tiff().toBuffer(), FORMAT],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), FORMAT],
    ['a program', () => Buffer.from('\x7fELF\x02\x01\x01'), FORMAT],
    ['a video', () => ftyp('isom', 'iso2', 'mp41'), FORMAT],
    ['empty', () => Buffer.alloc(0), FORMAT],
    ['one byte', () => Buffer.from([0xff]), FORMAT],
    ['HEIC', () => ftyp('heic', 'mif1', 'heic'), 'HEIC pictures are not supported yet: send a JPEG.'],
    ['HEIF', () => ftyp('mif1', 'heix'), 'HEIC pictures are not supported yet: send a JPEG.'],
    ['an AVIF that is none', () => ftyp('avif', 'mif1'), DAMAGED],
    ['an AVIF sequence', () => ftyp('avis', 'avif'), 'Animated pictures are not accepted.'],
    ['an animated WebP', () => frames().webp({ loop: 0, delay: [100, 100] }).toBuffer(), 'Animated pictures are not accepted.'],
    ['a truncated JPEG', async () => cut(await noise(200, 200).jpeg().toBuffer()), DAMAGED],
    ['a truncated progressive JPEG', async () => cut(await noise(200, 200).jpeg({ progressive: true }).toBuffer()), DAMAGED],
    ['a truncated PNG', async () => cut(await noise(200, 200).png().toBuffer()), DAMAGED],
    ['a truncated WebP', async () => cut(await noise(200, 200).webp().toBuffer()), DAMAGED],
    ['a truncated AVIF', async () => cut(await noise(200, 200).avif({ effort: 0 }).toBuffer()), DAMAGED],
    ['SVG disguised by a JPEG’s first bytes', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), svg]), DAMAGED],
    ['random bytes behind a PNG’s signature', () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500, 7)]), DAMAGED],
    ['a bomb of 100 gigapixels', () => createPngBomb(400_000, 250_000), 'This picture has more than 50 megapixels.'],
    ['just more than 50 megapixels', () => createPngBomb(10_000, 5_001), 'This picture has more than 50 megapixels.'],
  ])('that is %s gets InvalidInput, whatever it is called, and can stand on no item', async (_kind, make, message) => {
    const userId = someone();
    const { photoId, status, answer } = await store(userId, await make());
    expect([status, answer]).toEqual([422, { __typename: 'InvalidInput', field: ['file'], message }]);
    expect(await kit.publish({ photoIds: [photoId] }, { userId })).toMatchObject({ __typename: 'InvalidInput', field: ['photoIds'], message });
    expect((await fetchPhoto(photoId)).status).toBe(404);
  });

  it('of more than 10 MiB gets 413', async () => {
    const userId = someone();
    for (const surplus of [1, 5_000_000]) {
      const { photoId, status, answer } = await store(userId, Buffer.alloc(MOST_PHOTO_BYTES + surplus, 0xff));
      expect([status, answer]).toEqual([413, { __typename: 'InvalidInput', field: ['file'], message: 'This file is larger than 10 MiB.' }]);
      expect(await kit.publish({ photoIds: [photoId] }, { userId })).toMatchObject({ __typename: 'InvalidInput', field: ['photoIds'] });
    }
  });

  it('is refused in the language asked for', async () => {
    const response = await send(await createUpload(someone()), svg, { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.5' });
    expect(await response.json()).toMatchObject({ message: 'Seules les images JPEG, PNG, WebP et AVIF sont acceptées.' });
  });
});

describe('an upload’s ticket', () => {
  it('must be ours, untouched, and not too old', async () => {
    const file = await plain().jpeg().toBuffer();
    const upload = await createUpload(someone());
    const [payload, signature] = upload.fields[0]!.value.split('.') as [string, string];
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const stolen = Buffer.from(JSON.stringify({ ...said, ownerId: someone() })).toString('base64url');
    const forged = ['', 'nonsense', '.', `${payload}.`, `${stolen}.${signature}`, `${payload}.${signature.slice(0, -2)}AA`, 'x'.repeat(10_000)];
    for (const value of forged) {
      const response = await send({ ...upload, fields: [{ name: 'ticket', value }] }, file);
      expect([response.status, await response.json()]).toEqual([403, { __typename: 'InvalidInput', field: ['ticket'], message: expect.any(String) }]);
    }
    expect((await send({ ...upload, fields: [] }, Buffer.alloc(5_000_000))).status).toBe(403);
    kit.clock.nowMs += 3_600_001;
    expect((await send(upload, file)).status).toBe(403);
    expect(await kit.items.photos.find(upload.photoId)).toBeNull();
  });

  it('is for one picture: what came first stands, and is told again', async () => {
    const upload = await createUpload(someone());
    const first = await send(upload, await plain(60, 40).jpeg().toBuffer());
    const again = await send(upload, await plain(10, 10).jpeg().toBuffer());
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(await sharp(await (await fetchPhoto(upload.photoId)).bytes()).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  it('used by many at once stores one picture, and all are told of that one', async () => {
    const upload = await createUpload(someone());
    const files = await Promise.all(Array.from({ length: 8 }, (_, index) => plain(20 + index, 20).jpeg().toBuffer()));
    const answers = await Promise.all(files.map(async (file) => (await send(upload, file)).json()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { width } = await sharp(await (await fetchPhoto(upload.photoId)).bytes()).metadata();
    expect((answers[0] as { width: number }).width).toBe(width);
  });

  it('can be used again when the upload broke off, which leaves nothing behind', async () => {
    const userId = someone();
    const upload = await createUpload(userId);
    await breakOff(upload);
    expect(await kit.items.photos.find(upload.photoId)).toBeNull();
    expect(await kit.publish({ photoIds: [upload.photoId] }, { userId })).toMatchObject({ field: ['photoIds'], message: 'This photo has not been uploaded.' });
    expect((await send(upload, await plain().jpeg().toBuffer())).status).toBe(201);
    expect(await readdir(`${kit.photoDir}/incoming`)).toEqual([]);
  });

  /** Sends half of a form, then hangs up; resolves when the server has let go of it. */
  async function breakOff({ fields }: Upload): Promise<void> {
    const ended = new Promise<void>((resolve) => app.server.once('connection', (socket) => socket.once('close', () => resolve())));
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 500_000 };
    const client = sendRaw(`${baseUrl}/photos`, { method: 'POST', headers, agent: false });
    client.on('error', () => undefined);
    client.write(`--b\r\ncontent-disposition: form-data; name="ticket"\r\n\r\n${fields[0]!.value}\r\n`);
    client.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
    await new Promise((resolve) => client.write(Buffer.alloc(100_000, 0xff), resolve));
    client.destroy();
    await ended;
  }
});

describe('the photo routes', () => {
  it('take uploads from any site, without credentials', async () => {
    const preflight = await fetch(`${baseUrl}/photos`, { method: 'OPTIONS', headers: { origin: 'https://else.example', 'access-control-request-method': 'POST' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await send(await createUpload(someone()), await plain().jpeg().toBuffer())).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('refuse what is no form with one file', async () => {
    const upload = await createUpload(someone());
    const noFile = await send(upload, null);
    expect([noFile.status, await noFile.json()]).toEqual([422, { __typename: 'InvalidInput', field: ['file'], message: expect.any(String) }]);
    const bodies: [type: string, body: string][] = [
      ['application/json', '{}'],
      ['application/json', '{'],
      ['text/plain', 'hello'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=b', '--b\r\nnonsense'],
    ];
    for (const [type, body] of bodies) {
      const response = await fetch(`${baseUrl}/photos`, { method: 'POST', headers: { 'content-type': type }, body });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.json()).toEqual({ __typename: 'InvalidInput', field: ['file'], message: expect.any(String) });
    }
  });

  it.each(['nothing', randomUUID(), `${randomUUID()}.webp`, '..%2F..%2Fetc%2Fpasswd', '..%2f..%2fetc%2fpasswd.webp', '%2e%2e%2foutcome.json', '%00.webp', 'x'.repeat(5_000)])(
    'give 404 for %s',
    async (name) => {
      const response = await fetch(`${baseUrl}/photos/${name}`);
      expect([404, 414]).toContain(response.status);
      expect(await response.text()).not.toContain('root:');
    },
  );

  it('answer HEAD without the picture', async () => {
    const { photoId } = await store(someone(), await plain().jpeg().toBuffer());
    const response = await fetchPhoto(photoId, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), (await response.bytes()).length]).toEqual([200, 'image/webp', 0]);
  });

  it('hold many large pictures at once', async () => {
    const file = await plain(3_000, 2_000).jpeg().toBuffer();
    const answers = await Promise.all(Array.from({ length: 8 }, () => store(someone(), file)));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });
});

describe('a picture that is put to no use', () => {
  it('is deleted after a day, with its smaller ones; one that stands on an item stays', async () => {
    const ownerId = someone();
    const [kept, unused] = [await kit.storePhoto(ownerId), (await store(ownerId, await plain(400, 300).jpeg().toBuffer())).photoId];
    await kit.publishOne(ownerId, { photoIds: [kept] });
    // As file managers leave it where they have been.
    await writeFile(`${kit.photoDir}/.DS_Store`, '');
    expect((await fetchPhoto(`${unused}-320`)).status).toBe(200);
    await kit.sweepAfter(23);
    expect(await kit.items.photos.find(unused)).not.toBeNull();
    await kit.sweepAfter(25);
    expect(await kit.items.photos.find(kept)).toMatchObject({ state: 'accepted' });
    expect(await kit.items.photos.find(unused)).toBeNull();
    for (const name of [unused, `${unused}-320`]) expect((await fetchPhoto(name)).status).toBe(404);
  });
});

describe('an avatar', () => {
  const isThere = async (photoId: string) => (await kit.items.photos.find(photoId)) !== null;

  it('stays for as long as it is one, whatever order the news of it comes in', async () => {
    const userId = someone();
    const [first, second] = [await kit.storePhoto(userId), await kit.storePhoto(userId)];
    await kit.tellAvatar(2, userId, first);
    await kit.tellAvatar(4, userId, second);
    await kit.tellAvatar(3, userId, first);
    await kit.sweepAfter(25);
    expect([await isThere(first), await isThere(second)]).toEqual([false, true]);
    await kit.tellAvatar(5, userId, null);
    await kit.sweepAfter(25);
    expect(await isThere(second)).toBe(false);
  });

  it('is a Photo for the other services as soon as it was accepted, with who uploaded it; without words, as it stands on no item', async () => {
    const ownerId = someone();
    const { photoId, answer } = await store(ownerId, await plain(400, 300).jpeg().toBuffer());
    const [onItem, refused] = [await kit.storePhoto(ownerId), (await store(ownerId, Buffer.from('nothing'))).photoId];
    await kit.publishOne(ownerId, { title: 'Vase', photoIds: [onItem] });
    const awaited = (await createUpload(ownerId)).photoId;
    const ids = [photoId, photoId.toUpperCase(), onItem, refused, awaited, randomUUID(), 'nonsense', ''];
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Photo { id ownerId url(width: 300) width height thumbhash alt } } }';
    const avatar = { id: photoId, ownerId, url: `https://swap.example/photos/${photoId}-320.webp`, width: 400, height: 300, thumbhash: answer['thumbhash'], alt: null };
    expect(await read(kit.items, query, { representations: ids.map((id) => ({ __typename: 'Photo', id })) })).toEqual([
      avatar,
      avatar,
      expect.objectContaining({ id: onItem, ownerId, alt: 'Photo of “Vase”' }),
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a smaller picture', () => {
  const urlsOf = async (photoId: string, widths: (number | null)[]): Promise<string[]> => {
    const fields = widths.map((width, index) => `url${index}: url(width: ${width})`).join(' ');
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Photo", id: $id }]) { ... on Photo { url ${fields} } } }`;
    const [urls] = await read<Record<string, string>[]>(kit.items, query, { id: photoId });
    return Object.values(urls!).map((url) => url.replace(`https://swap.example/photos/${photoId}`, ''));
  };
  const storeWide = async (width: number, height: number) => (await store(someone(), await plain(width, height).jpeg().toBuffer())).photoId;
  const sizeOf = async (response: Response) => {
    const { format, width, height } = await sharp(await response.bytes()).metadata();
    return { format, width, height };
  };

  it('has the narrowest address that is wide enough, and never one wider than the picture', async () => {
    const widths = [null, -1, 0, 1, 320, 321, 640, 641, 1_280, 1_281, 2_048, 2_147_483_647];
    const [small, middle, large] = ['-320.webp', '-640.webp', '-1280.webp'];
    const whole = '.webp';
    expect(await urlsOf(await storeWide(3_000, 1_500), widths)).toEqual([whole, whole, small, small, small, small, middle, middle, large, large, whole, whole, whole]);
    expect(await urlsOf(await storeWide(640, 800), [0, 320, 321, 640, 1_000])).toEqual([whole, small, small, whole, whole, whole]);
    expect(await urlsOf(await storeWide(320, 200), [0, 320])).toEqual([whole, whole, whole]);
  });

  it('is made when it is first asked for, as wide as its address says, and served as the whole one is', async () => {
    const photoId = await storeWide(2_000, 1_000);
    for (const width of [320, 640, 1_280]) {
      for (const time of ['first', 'again']) {
        const response = await fetchPhoto(`${photoId}-${width}`);
        expect({ time, status: response.status, headers: Object.fromEntries(response.headers) }).toMatchObject({
          status: 200,
          headers: {
            'content-type': 'image/webp',
            'cache-control': 'public, max-age=31536000, immutable',
            'x-content-type-options': 'nosniff',
            'access-control-allow-origin': '*',
          },
        });
        expect(response.headers.has('etag')).toBe(false);
        expect(await sizeOf(response)).toEqual({ format: 'webp', width, height: width / 2 });
      }
    }
    expect(await sizeOf(await fetchPhoto(photoId))).toMatchObject({ width: 2_000 });
  });

  it('of a picture that is no wider is the picture itself', async () => {
    const photoId = await storeWide(500, 700);
    const [whole, asked] = [await (await fetchPhoto(photoId)).bytes(), await (await fetchPhoto(`${photoId}-640`)).bytes()];
    expect(Buffer.from(asked).equals(Buffer.from(whole))).toBe(true);
    expect(await sizeOf(await fetchPhoto(`${photoId}-320`))).toMatchObject({ width: 320, height: 448 });
  });

  it('is one file when many ask for it first, all of whom get the whole of it', async () => {
    const photoId = await storeWide(2_000, 1_500);
    const responses = await Promise.all(Array.from({ length: 12 }, (_, index) => fetchPhoto(`${photoId}-${[320, 640][index % 2]}`)));
    const sizes = await Promise.all(responses.map(sizeOf));
    expect(sizes.map(({ width }) => width)).toEqual(Array.from({ length: 12 }, (_, index) => [320, 640][index % 2]));
    const folder = await readdir(`${kit.photoDir}/${photoId.slice(-2)}/${photoId}`);
    expect(folder.toSorted()).toEqual(['outcome.json', 'picture-320.webp', 'picture-640.webp', 'picture.webp']);
    expect(await readdir(`${kit.photoDir}/incoming`)).toEqual([]);
  });

  it('is 404 in any other width, of a refused picture, and of none', async () => {
    const photoId = await storeWide(2_000, 1_000);
    const refused = (await store(someone(), Buffer.from('nothing'))).photoId;
    for (const width of ['', '0', '1', '319', '0320', '2048', '320px', '-320', '1e3', '99999999999999999999']) expect((await fetchPhoto(`${photoId}-${width}`)).status).toBe(404);
    for (const name of [`${refused}-320`, `${randomUUID()}-320`, 'nonsense-320', '-320']) expect((await fetchPhoto(name)).status).toBe(404);
  });
});
