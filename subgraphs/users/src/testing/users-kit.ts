import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import jwt from 'jsonwebtoken';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import { openService } from '@secondlife/platform/subgraph/service';
import { createTestDeps, read, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import type { UsersEvents, UserState } from '@secondlife/schema/events/users';
import { MIGRATIONS } from '../migrations/index.js';
import { createUsersSubgraph, type UsersSubgraph } from '../subgraph.js';
import { createPhotoOwner, type PhotoOwner } from './photo-owner.js';

/** Someone with an account, in the session in which they ask. */
export interface Member extends Asker {
  userId: string;
  sessionId: string;
  refreshToken: string;
  handle: string;
  email: string;
}

/** The users subgraph with its surroundings, for one test file. */
export interface UsersKit {
  users: UsersSubgraph;
  /** The items service as users meets it. */
  items: PhotoOwner;
  pubsub: PubSub;
  /** The service's clock, in milliseconds. */
  clock: { nowMs: number };
  /** A new account with its first session. */
  register(input?: object): Promise<Member>;
  /** Another session of theirs. */
  logIn(member: Member, input?: object): Promise<Member>;
  /** What items is told of that person in their so many first changes, in order. */
  readTold(userId: string, count: number): Promise<Pick<EventEnvelope<UserState>, 'version' | 'data'>[]>;
  dispose(): Promise<void>;
}

const PASSWORD = 'correct horse';
const SESSION = '{ ... on Session { accessToken refreshToken viewer { id email user { handle } } } ... on Failure { message } }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) ${SESSION} }`;
const LOG_IN = `mutation ($input: LogInInput!) { logIn(input: $input) ${SESSION} }`;

interface Answer {
  accessToken: string;
  refreshToken: string;
  viewer: { id: string; email: string; user: { handle: string } };
  message?: string;
}

/** An address that no other test counts on. */
const elsewhere = () => ({ address: `2001:db8::${randomBytes(4).toString('hex')}` });

export async function openUsers(): Promise<UsersKit> {
  const database = await createTestDatabase([{ schema: 'users', migrations: MIGRATIONS }, { schema: 'items', migrations: [] }], CATALOGUE);
  const clock = { nowMs: Date.now() };
  const items = createPhotoOwner();
  const deps = { ...createTestDeps(database, 'users'), now: () => new Date(clock.nowMs) };
  const users = await createUsersSubgraph({ ...deps, items, passwordSecret: 's'.repeat(32), viewerSecret: null, isCookieSecure: true, passwordCost: 4 });
  await users.start();
  const itemsService = await openService<UsersEvents>({ ...createTestDeps(database, 'items'), name: 'items', entities: [] });
  const told: EventEnvelope<UserState>[] = [];
  const news = new EventEmitter();
  itemsService.consume('user.changed', async (_tx, event) => {
    told.push(event);
    news.emit('told');
  });
  await itemsService.start();

  const toMember = ({ accessToken, refreshToken, viewer, message }: Answer): Member => {
    if (message) throw new Error(message);
    const { sid: sessionId } = jwt.decode(accessToken) as { sid: string };
    return { userId: viewer.id, sessionId, refreshToken, handle: viewer.user.handle, email: viewer.email };
  };
  return {
    users,
    items,
    pubsub: deps.pubsub,
    clock,
    async register(input = {}) {
      const handle = `u_${randomBytes(6).toString('hex')}`;
      const account = { email: `${handle}@example.org`, password: PASSWORD, handle, displayName: 'Zoé' };
      return toMember(await read<Answer>(users, REGISTER, { input: { ...account, ...input } }, elsewhere()));
    },
    logIn: async ({ email }, input = {}) => toMember(await read<Answer>(users, LOG_IN, { input: { email, password: PASSWORD, ...input } }, elsewhere())),
    async readTold(userId, count) {
      const ofPerson = () => told.filter(({ data }) => data.id === userId);
      while (ofPerson().length < count) await once(news, 'told');
      return ofPerson().toSorted((a, b) => a.version - b.version).map(({ version, data }) => ({ version, data }));
    },
    async dispose() {
      await itemsService.dispose();
      await users.dispose();
      await database.dispose();
    },
  };
}
