import { randomBytes, randomInt } from 'node:crypto';
import sharp from 'sharp';
import { createGraphClient, type GraphClient, type Json } from './graph-client.js';

/** Someone with an account, who holds a client of their own. */
export interface Person {
  id: string;
  handle: string;
  email: string;
  password: string;
  accessToken: string;
  refreshToken: string;
  /** For queries alone; in a browser, a cookie. */
  readerToken: string;
  graph: GraphClient;
}

export const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) {
  __typename ... on Session { accessToken refreshToken viewer { id } } ... on Failure { message } } }`;

/** What a log-in sets beside the refresh token. */
export const readReaderToken = (headers: Headers): string => /sle_reader=([^;]+)/.exec(headers.getSetCookie().join('\n'))![1]!;

/** Makes an account through the front door. */
export async function registerPerson(url: string, name = 'Camille'): Promise<Person> {
  const handle = `p_${randomBytes(8).toString('hex')}`;
  const account = { email: `${handle}@example.org`, password: 'un vélo bleu', handle };
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const answer = await createGraphClient({ url, address }).ask(REGISTER, { input: { ...account, displayName: name } });
  const session: Json = answer.data?.register;
  if (session?.__typename !== 'Session') throw new Error(`Not registered: ${JSON.stringify(answer)}`);
  const { accessToken, refreshToken, viewer } = session;
  return { id: viewer.id, ...account, accessToken, refreshToken, readerToken: readReaderToken(answer.headers), graph: createGraphClient({ url, accessToken, address }) };
}

/** A real JPEG with EXIF, as a phone makes it. */
export const takePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: randomInt(256), g: randomInt(256), b: randomInt(256) } } })
    .withExif({ IFD0: { Make: 'Phone', Copyright: 'me' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 0/1' } })
    .jpeg()
    .toBuffer();

/** Asks for a ticket and sends the file with it, as the contract says. Resolves with the photo's id and the store's answer. */
export async function uploadPhoto({ graph }: Person, file: Buffer, contentType = 'image/jpeg'): Promise<{ photoId: string; response: Response }> {
  const ticket: Json = await graph.read(
    `mutation ($input: CreatePhotoUploadInput!) { createPhotoUpload(input: $input) {
      __typename ... on PhotoUpload { photoId url fields { name value } } ... on InvalidInput { message field } } }`,
    { input: { fileName: 'velo.jpg', contentType, byteSize: file.length } },
  );
  if (ticket.__typename !== 'PhotoUpload') throw new Error(`No ticket: ${JSON.stringify(ticket)}`);
  const form = new FormData();
  for (const { name, value } of ticket.fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)], { type: contentType }), 'velo.jpg');
  return { photoId: ticket.photoId, response: await fetch(ticket.url, { method: 'POST', body: form }) };
}

/** The id of any category that things can stand in. */
export async function anyCategory(graph: GraphClient): Promise<string> {
  const categories: Json[] = await graph.read('{ categories { id parent { id } } }');
  return categories.find(({ parent }) => parent !== null).id;
}

export const PUBLISH = `mutation ($input: PublishItemInput!) { publishItem(input: $input) {
  __typename ... on Item { id title status photos { id url width height } } ... on InvalidInput { message field } } }`;

export interface PublishOptions {
  title?: string;
  photoIds?: string[];
}

export async function publish({ graph }: Person, categoryId: string, { title = 'Vélo de ville', photoIds = [] }: PublishOptions = {}): Promise<Json> {
  const input = { title, description: 'Roule bien.', condition: 'GOOD', categoryId, photoIds, location: { lat: 45.76, lng: 4.85 } };
  const item: Json = await graph.read(PUBLISH, { input });
  if (item.__typename !== 'Item') throw new Error(`Not published: ${JSON.stringify(item)}`);
  return item;
}

const EXCHANGE = `__typename
  ... on Exchange { id status revision isPaused awaiting { id } legs { giver { id } receiver { id } items { id } handedOverAt } }
  ... on Failure { message } ... on WrongState { status } ... on ItemUnavailable { itemIds }`;
const WITHOUT_STATE = EXCHANGE.replace('... on WrongState { status } ', '');

/** The turns of an exchange, each with the answer as it came. */
export const turns = ({ graph }: Person) => ({
  propose: (offered: string[], requested: string[]): Promise<Json> =>
    graph.read(`mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { ${WITHOUT_STATE} } }`, { input: { offeredItemIds: offered, requestedItemIds: requested } }),
  counter: (exchangeId: string, offered: string[], requested: string[]): Promise<Json> =>
    graph.read(`mutation ($input: CounterExchangeInput!) { counterExchange(input: $input) { ${EXCHANGE} } }`, {
      input: { exchangeId, offeredItemIds: offered, requestedItemIds: requested },
    }),
  accept: (id: string, revision?: number): Promise<Json> =>
    graph.read(`mutation ($id: ID!, $revision: Int) { acceptExchange(id: $id, revision: $revision) { ${EXCHANGE} } }`, { id, revision }),
  cancel: (id: string): Promise<Json> => graph.read(`mutation ($id: ID!) { cancelExchange(id: $id) { ${EXCHANGE} } }`, { id }),
  confirm: (id: string): Promise<Json> => graph.read(`mutation ($id: ID!) { confirmHandover(id: $id) { ${EXCHANGE} } }`, { id }),
  withdraw: (id: string): Promise<Json> =>
    graph.read(`mutation ($id: ID!) { withdrawItem(id: $id) { __typename ... on Item { id status } ... on Failure { message } } }`, { id }),
});

export const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on Message { seq } ... on Failure { message } } }`;
export const MESSAGES = `subscription ($exchangeId: ID!, $after: Int) { messageAdded(exchangeId: $exchangeId, after: $after) {
  seq body author { id displayName reputation { rating reviewCount } } exchange { id status } } }`;
export const UPDATES = `subscription ($exchangeId: ID) { exchangeUpdated(exchangeId: $exchangeId) { id status revision } }`;

/** Reads until `isRight`, for what follows within a second by an event. */
export async function eventually(read: () => Promise<Json>, isRight: (value: Json) => boolean): Promise<Json> {
  const endsAt = Date.now() + 10_000;
  for (;;) {
    const value: Json = await read();
    if (isRight(value)) return value;
    if (Date.now() > endsAt) throw new Error(`Still ${JSON.stringify(value)} after 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
