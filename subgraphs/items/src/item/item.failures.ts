import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { Failure, InvalidInput, NotFound, RateLimited } from '@secondlife/platform/values/failures';
import { Item } from './item.entity.js';

/** Exchanges defines it too, with the same fields. */
@Directive('@shareable')
@ObjectType({ implements: Failure, description: 'An item that is withdrawn, exchanged, or promised in an accepted exchange.' })
export class ItemUnavailable extends Failure {
  @Field(() => [ID], { description: 'Which items.' })
  itemIds: string[];
}

export const PublishItemResult = createUnionType({
  name: 'PublishItemResult',
  description: 'What `publishItem` answers.',
  types: () => [Item, InvalidInput, RateLimited] as const,
});
export const WithdrawItemResult = createUnionType({
  name: 'WithdrawItemResult',
  description: 'What `withdrawItem` answers.',
  types: () => [Item, NotFound, ItemUnavailable] as const,
});
