import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { RunTransaction } from '@secondlife/platform/database/transaction';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { ReadEntities } from '@secondlife/platform/subgraph/entity-reader';
import type { UsersEvents } from '@secondlife/schema/events/users';
import type { OwnersPhoto } from './profile/update-profile.service.js';
import type { SessionSettings } from './session/session.settings.js';
import type { User } from './user/user.entity.js';

/** What every resolver and service function works with; made anew for each request. */
export interface Context {
  viewer: SignedViewer;
  db: EntityManager;
  transaction: RunTransaction<UsersEvents>;
  now: () => Date;
  loaders: { user: DataLoader<string, User | null> };
  /** Asks the items service. */
  readPhotos: ReadEntities<OwnersPhoto>;
  sessions: SessionSettings;
  cookies: {
    /** The refresh token in the client's cookie; null without one. */
    refreshToken: string | null;
    /** Keeps a session's tokens in the client's cookies. */
    keep(tokens: { refreshToken: string; readerToken: string }): void;
    /** Takes them away. */
    clear(): void;
  };
}
