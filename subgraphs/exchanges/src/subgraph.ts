import { createLimiter } from '@secondlife/platform/limiter';
import { createEntityReader } from '@secondlife/platform/subgraph/entity-reader';
import { buildFederatedSchema, type FederatedSchema } from '@secondlife/platform/subgraph/federation';
import { openService, type SubgraphDeps } from '@secondlife/platform/subgraph/service';
import { createSubgraph, type Subgraph } from '@secondlife/platform/subgraph/subgraph';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { isId } from '@secondlife/platform/values/text';
import type { ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { ItemsEvents } from '@secondlife/schema/events/items';
import type { Context } from './context.js';
import { endDue } from './exchange/deadline.service.js';
import { Exchange } from './exchange/exchange.entity.js';
import { createExchangeLoaders } from './exchange/exchange.loaders.js';
import { ExchangeResolver } from './exchange/exchange.resolver.js';
import { findExchange } from './exchange/exchange.service.js';
import { DEFAULT_LIMITS, type ExchangeLimits } from './exchange/exchange.settings.js';
import { LegRow } from './exchange/leg.entity.js';
import { ExchangeRevision, RevisionItemRow } from './exchange/revision.entity.js';
import { RevisionResolver } from './exchange/revision.resolver.js';
import { TurnResolver } from './exchange/turn.resolver.js';
import { ItemResolver } from './item/item.resolver.js';
import { Item } from './item/item.stub.js';
import { KnownItemRow } from './item/known-item.entity.js';
import { onItemPublished, OWNERS_ITEM, type OwnersItem } from './item/known-item.service.js';
import { createOpenProposalsLoader } from './item/open-proposals.loader.js';
import { onItemWithdrawn } from './item/withdrawal.service.js';
import { createReputationLoader } from './user/reputation.loader.js';
import { UserResolver } from './user/user.resolver.js';
import { User } from './user/user.stub.js';

/** The subgraph, its schema in the database, and its role. */
export const NAME = 'exchanges';
/** Its tables. */
export const ENTITIES = [Exchange, LegRow, ExchangeRevision, RevisionItemRow, KnownItemRow];

/** What it needs from outside. */
export interface ExchangesDeps extends SubgraphDeps {
  /** The way to items, to ask about one that is new here; not disposed of with the subgraph. */
  items: SubgraphClient;
  limits?: Partial<ExchangeLimits>;
}

/** The subgraph, with what its process needs of it beside the graph. */
export interface ExchangesSubgraph extends Subgraph {
  /** Ends every exchange whose deadline has passed; the clock does it each minute. */
  endDue(): Promise<void>;
}

/** The schema alone: what composition reads. */
export const buildExchangesSchema = (): Promise<FederatedSchema> =>
  buildFederatedSchema({
    resolvers: [ExchangeResolver, RevisionResolver, TurnResolver, ItemResolver, UserResolver],
    orphanedTypes: [Item, User],
    references: {
      Exchange: ({ id }: { id: string }, context: Context) => findExchange(context, id),
      Item: ({ id }: { id: string }) => (isId(id) ? new Item(id.toLowerCase()) : null),
      User: ({ id }: { id: string }) => (isId(id) ? new User(id.toLowerCase()) : null),
    },
  });

/** Proposals, promises and handovers. */
export async function createExchangesSubgraph(deps: ExchangesDeps): Promise<ExchangesSubgraph> {
  const service = await openService<ExchangesEvents & ItemsEvents>({ ...deps, name: NAME, entities: ENTITIES });
  const { dataSource, transaction, now, checks } = service;
  const db = dataSource.manager;
  const rules = { ...DEFAULT_LIMITS, ...deps.limits };
  const limits = { proposals: createLimiter(dataSource, 'proposal', rules.proposalsPerPerson) };
  const readItems = createEntityReader<OwnersItem>({ service: NAME, owner: deps.items, typeName: 'Item', selection: OWNERS_ITEM });
  const end = () => endDue({ db, transaction, now });

  service.consume('item.published', ({ db }, event) => onItemPublished(db, event));
  service.consume('item.withdrawn', (tx, event) => onItemWithdrawn(tx, now(), event));
  service.schedule('exchanges.deadlines', end);

  const subgraph = await createSubgraph<Context>({
    name: NAME,
    federated: await buildExchangesSchema(),
    log: deps.log,
    createContext: ({ viewer }) => ({
      viewer,
      db,
      transaction,
      now,
      pubsub: deps.pubsub,
      loaders: {
        ...createExchangeLoaders(db),
        openProposals: createOpenProposalsLoader({ viewer, db, readItems }),
        reputation: createReputationLoader(db),
      },
      readItems,
      limits,
    }),
    checks,
    start: service.start,
    dispose: service.dispose,
  });
  return { ...subgraph, endDue: end };
}
