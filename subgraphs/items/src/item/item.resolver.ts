import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { ConnectionSize, ListSize } from '@secondlife/platform/subgraph/cost';
import { DEFAULT_PAGE_SIZE } from '@secondlife/platform/values/page';
import type { Context } from '../context.js';
import { Photo } from '../photo/photo.entity.js';
import { GeoPointInput, toShownDistance } from '../place/place.js';
import { Item } from './item.entity.js';
import { PublishItemResult, WithdrawItemResult } from './item.failures.js';
import { ItemFilter, ItemOrder, PublishItemInput } from './item.inputs.js';
import { ItemConnection } from './item-connection.js';
import { openPublishedItems } from './item-published.service.js';
import { listItems } from './list-items.service.js';
import { publishItem } from './publish-item.service.js';
import { withdrawItem } from './withdraw-item.service.js';

@Resolver(() => Item)
export class ItemResolver {
  @Query(() => Item, { nullable: true, description: 'An item in any status, since it may stand in someone’s exchange; null when there is none with this id.' })
  item(@Ctx() { loaders }: Context, @Arg('id', () => ID, { description: 'The item’s id.' }) id: string): Promise<Item | null> {
    return loaders.item.load(id);
  }

  @ConnectionSize()
  @Query(() => ItemConnection, { nullable: true, description: 'Items that can be had. With `filter.ownerId` reserved ones too, and everything of one’s own.' })
  items(
    @Ctx() context: Context,
    @Arg('filter', () => ItemFilter, { nullable: true, description: 'Which items; without it, all.' }) filter: ItemFilter | null,
    @Arg('near', () => GeoPointInput, { nullable: true, description: 'Where distances are measured from.' }) near: GeoPointInput | null,
    @Arg('order', () => ItemOrder, { defaultValue: ItemOrder.NEWEST, description: 'In which order.' }) order: ItemOrder,
    @Arg('first', () => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'How many at most, 1..100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which to go on, from a list in the same order.' }) after: string | null,
  ): Promise<ItemConnection> {
    return listItems(context, { filter, near, order, first, after });
  }

  @Mutation(() => PublishItemResult, { description: 'Offers an item to everyone.' })
  publishItem(
    @Ctx() context: Context,
    @Arg('input', () => PublishItemInput, { description: 'The item.' }) input: PublishItemInput,
  ): Promise<typeof PublishItemResult> {
    return publishItem(context, input);
  }

  @Mutation(() => WithdrawItemResult, { description: 'Takes an item of one’s own back; again, it does nothing. FORBIDDEN for another’s.' })
  withdrawItem(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The item’s id.' }) id: string): Promise<typeof WithdrawItemResult> {
    return withdrawItem(context, id);
  }

  @Subscription(() => Item, {
    description: 'Each newly published item that the filter lets through. Ends with SUBSCRIPTION_INTERRUPTED when one may have been missed.',
    subscribe: ({ args, context }: { args: { filter?: ItemFilter | null }; context: Context }) => openPublishedItems(context, args.filter ?? null),
  })
  itemPublished(
    @Root() item: Item,
    @Arg('filter', () => ItemFilter, { nullable: true, description: 'Which items; `withinMetres` has no point to start from here.' }) _filter: ItemFilter | null,
  ): Item {
    return item;
  }

  @ListSize({ assumed: 4 })
  @FieldResolver(() => [Photo], { description: 'Its pictures, the first one first.' })
  photos(@Root() { id }: Item, @Ctx() { loaders }: Context): Promise<Photo[]> {
    return loaders.photosOfItem.load(id);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Metres from `near` to the coarsened place, rounded to 100; null without a place.' })
  distanceMetres(@Root() { shownPoint }: Item, @Arg('near', () => GeoPointInput, { description: 'Where from.' }) near: GeoPointInput): number | null {
    return toShownDistance(shownPoint, near);
  }
}
