import type { IdentitySource } from '@secondlife/platform/access-token';
import { createLimiter } from '@secondlife/platform/limiter';
import { createEntityReader } from '@secondlife/platform/subgraph/entity-reader';
import { buildFederatedSchema, type FederatedSchema } from '@secondlife/platform/subgraph/federation';
import { openService, type SubgraphDeps } from '@secondlife/platform/subgraph/service';
import { createSubgraph, type Subgraph } from '@secondlife/platform/subgraph/subgraph';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import type { UsersEvents } from '@secondlife/schema/events/users';
import type { Context } from './context.js';
import { createIdentitySource, registerIdentityRoutes } from './identity-source.js';
import { ProfileResolver } from './profile/profile.resolver.js';
import type { OwnersPhoto } from './profile/update-profile.service.js';
import { createCookies } from './session/cookies.js';
import { createPasswords } from './session/password.js';
import { RefreshTokenRow, SessionRow } from './session/session.entity.js';
import { sweepSessions } from './session/session.service.js';
import { SessionResolver } from './session/session.resolver.js';
import { DEFAULT_LIMITS, type AccountLimits } from './session/session.settings.js';
import { createKeyRing } from './signing-key/key-ring.js';
import { SigningKeyRow } from './signing-key/signing-key.entity.js';
import { User } from './user/user.entity.js';
import { createUserLoader } from './user/user.loader.js';
import { UserResolver } from './user/user.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { findViewer } from './viewer/viewer.service.js';

/** The subgraph, its schema in the database, and its role. */
export const NAME = 'users';
/** Its tables. */
export const ENTITIES = [User, SessionRow, RefreshTokenRow, SigningKeyRow];

/** What it needs from outside. */
export interface UsersDeps extends SubgraphDeps {
  /** The owner of photos, asked whose one is before it becomes an avatar. */
  items: SubgraphClient;
  /** Keys passwords, refresh tokens and the seal of signing keys: at least 32 characters. */
  passwordSecret: string;
  /** Proves a request for ended sessions to be from the gateway; null where no other process asks. */
  viewerSecret: string | null;
  /** Whether the refresh cookie may go over HTTPS alone: yes, but on loopback. */
  isCookieSecure: boolean;
  limits?: Partial<AccountLimits>;
  /** bcrypt's exponent of work; default 12. */
  passwordCost?: number;
}

/** The subgraph, with what its process needs of it beside the graph. */
export interface UsersSubgraph extends Subgraph {
  identity: IdentitySource;
  /** From now on a new key signs; resolves with its id. */
  rotateKeys(): Promise<string>;
}

/** The schema alone: what composition reads. */
export const buildUsersSchema = (): Promise<FederatedSchema> =>
  buildFederatedSchema({
    resolvers: [UserResolver, ViewerResolver, ProfileResolver, SessionResolver],
    references: {
      User: ({ id }: { id: string }, { loaders }: Context) => loaders.user.load(id),
      Viewer: ({ id }: { id: string }, context: Context) => findViewer(context, id),
    },
  });

/** Accounts, sessions and profiles. */
export async function createUsersSubgraph(deps: UsersDeps): Promise<UsersSubgraph> {
  const service = await openService<UsersEvents>({ ...deps, name: NAME, entities: ENTITIES, sweep: sweepSessions });
  const { dataSource, transaction, now, checks } = service;
  const rules = { ...DEFAULT_LIMITS, ...deps.limits };
  const keys = createKeyRing(dataSource, deps.passwordSecret);
  const identity = createIdentitySource(dataSource, keys);
  const readPhotos = createEntityReader<OwnersPhoto>({ service: NAME, owner: deps.items, typeName: 'Photo', selection: 'ownerId' });
  const sessions = {
    keys,
    passwords: createPasswords(deps.passwordSecret, deps.passwordCost),
    tokenSecret: deps.passwordSecret,
    limits: {
      registrationsPerAddress: createLimiter(dataSource, 'registration', rules.registrationsPerAddress),
      logInsPerAccount: createLimiter(dataSource, 'log-in-account', rules.logInsPerAccount),
      logInsPerAddress: createLimiter(dataSource, 'log-in-address', rules.logInsPerAddress),
    },
  };
  const subgraph = await createSubgraph<Context>({
    name: NAME,
    federated: await buildUsersSchema(),
    log: deps.log,
    createContext: (call) => ({
      viewer: call.viewer,
      db: dataSource.manager,
      transaction,
      now,
      loaders: { user: createUserLoader(dataSource.manager) },
      readPhotos,
      sessions,
      cookies: createCookies(call, deps.isCookieSecure),
    }),
    checks,
    registerRoutes: async (app) => registerIdentityRoutes(app, identity, deps.viewerSecret),
    start: service.start,
    dispose: service.dispose,
  });
  return { ...subgraph, identity, rotateKeys: keys.rotate };
}
