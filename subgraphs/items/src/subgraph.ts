import { createLimiter } from '@secondlife/platform/limiter';
import { buildFederatedSchema, type FederatedSchema } from '@secondlife/platform/subgraph/federation';
import { openService, type SubgraphDeps } from '@secondlife/platform/subgraph/service';
import { createSubgraph, type Subgraph } from '@secondlife/platform/subgraph/subgraph';
import type { ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { ItemsEvents } from '@secondlife/schema/events/items';
import type { UsersEvents } from '@secondlife/schema/events/users';
import { findCategory } from './category/category.js';
import { CategoryResolver } from './category/category.resolver.js';
import type { Context } from './context.js';
import { Item } from './item/item.entity.js';
import { createItemLoader } from './item/item.loader.js';
import { ItemResolver } from './item/item.resolver.js';
import { DEFAULT_LIMITS, type ItemLimits } from './item/item.settings.js';
import { ItemConnectionResolver } from './item/item-connection.js';
import { applyHold } from './item/item-hold.service.js';
import { createOwnerCountLoader, createOwnerPageLoader } from './item/owner-items.loader.js';
import { Avatar } from './photo/avatar.entity.js';
import { keepAvatar } from './photo/avatar.service.js';
import { registerLocalPhotoRoutes } from './photo/local-photo-routes.js';
import { createLocalPhotoStore, type LocalPhotoStore } from './photo/local-photo-store.js';
import { Photo } from './photo/photo.entity.js';
import { createPhotoLoader, createPhotosOfItemLoader } from './photo/photo.loader.js';
import { PhotoResolver } from './photo/photo.resolver.js';
import { findUsedPhotos } from './photo/photo.service.js';
import { TownResolver } from './place/town.resolver.js';
import { UserResolver } from './user/user.resolver.js';
import { User } from './user/user.stub.js';

/** The subgraph, its schema in the database, and its role. */
export const NAME = 'items';
/** Its tables. */
export const ENTITIES = [Item, Photo, Avatar];

/** What it needs from outside. */
export interface ItemsDeps extends SubgraphDeps {
  /** Where clients reach the front door, for addresses of photos. */
  publicUrl: string;
  /** The folder of all pictures, shared by every items process. */
  photoDir: string;
  /** Signs upload tickets: at least 32 characters, such as `toTicketSecret` makes. */
  photoSecret: string;
  /** Keys the offset of places: at least 32 characters. */
  placeSecret: string;
  limits?: Partial<ItemLimits>;
}

/** The subgraph, with what its process needs of it beside the graph. */
export interface ItemsSubgraph extends Subgraph {
  /** Where pictures are, for who has one without an upload. */
  photos: LocalPhotoStore;
}

/** The schema alone: what composition reads. */
export const buildItemsSchema = (): Promise<FederatedSchema> =>
  buildFederatedSchema({
    resolvers: [ItemResolver, ItemConnectionResolver, PhotoResolver, CategoryResolver, TownResolver, UserResolver],
    references: {
      Item: ({ id }: { id: string }, { loaders }: Context) => loaders.item.load(id),
      Photo: ({ id }: { id: string }, { loaders }: Context) => loaders.photo.load(id),
      Category: ({ id }: { id: string }) => findCategory(id),
      User: ({ id }: { id: string }) => new User(id),
    },
  });

/** Items, their photos, kinds and places. */
export async function createItemsSubgraph(deps: ItemsDeps): Promise<ItemsSubgraph> {
  const { now = () => new Date() } = deps;
  const photos = createLocalPhotoStore({ dir: deps.photoDir, publicUrl: deps.publicUrl, secret: deps.photoSecret, now });
  const service = await openService<ItemsEvents & Pick<ExchangesEvents, 'item.hold_changed'> & Pick<UsersEvents, 'user.changed'>>({
    ...deps,
    name: NAME,
    entities: ENTITIES,
    sweep: (manager) => photos.sweep((ids) => findUsedPhotos(manager, ids)),
  });
  const { dataSource, transaction, checks } = service;
  const db = dataSource.manager;
  const rules = { ...DEFAULT_LIMITS, ...deps.limits };
  const limits = {
    itemsPerPerson: createLimiter(dataSource, 'items', rules.itemsPerPerson),
    photosPerPerson: createLimiter(dataSource, 'photos', rules.photosPerPerson),
  };
  service.consume('item.hold_changed', applyHold);
  service.consume('user.changed', keepAvatar);
  const subgraph = await createSubgraph<Context>({
    name: NAME,
    federated: await buildItemsSchema(),
    log: deps.log,
    createContext: ({ viewer }) => ({
      viewer,
      db,
      transaction,
      pubsub: deps.pubsub,
      now,
      loaders: {
        item: createItemLoader(db),
        photo: createPhotoLoader(db, photos),
        photosOfItem: createPhotosOfItemLoader(db),
        ownerPage: createOwnerPageLoader(db, viewer),
        ownerCount: createOwnerCountLoader(db, viewer),
      },
      photos,
      limits,
      placeSecret: deps.placeSecret,
    }),
    checks,
    registerRoutes: (app) => registerLocalPhotoRoutes(app, photos),
    start: service.start,
    dispose: service.dispose,
  });
  return { ...subgraph, photos };
}
