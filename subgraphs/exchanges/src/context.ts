import type { EntityManager } from 'typeorm';
import type { RunTransaction } from '@secondlife/platform/database/transaction';
import type { Limiter } from '@secondlife/platform/limiter';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { ReadEntities } from '@secondlife/platform/subgraph/entity-reader';
import type { ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { ExchangeLoaders } from './exchange/exchange.loaders.js';
import type { OwnersItem } from './item/known-item.service.js';
import type { OpenProposalsLoader } from './item/open-proposals.loader.js';
import type { ReputationLoader } from './user/reputation.loader.js';

/** What every resolver and service function works with; made anew for each request. */
export interface Context {
  viewer: SignedViewer;
  db: EntityManager;
  transaction: RunTransaction<ExchangesEvents>;
  now: () => Date;
  pubsub: PubSub;
  loaders: ExchangeLoaders & { openProposals: OpenProposalsLoader; reputation: ReputationLoader };
  /** Asks the items service; see `learnItems`. */
  readItems: ReadEntities<OwnersItem>;
  limits: { proposals: Limiter };
}
