import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ConnectionSize } from '@secondlife/platform/subgraph/cost';
import { DEFAULT_PAGE_SIZE } from '@secondlife/platform/values/page';
import type { Context } from '../context.js';
import { ItemConnection } from '../item/item-connection.js';
import { listOwnerItems } from '../item/list-owner-items.service.js';
import { User } from './user.stub.js';

@Resolver(() => User)
export class UserResolver {
  @ConnectionSize()
  @FieldResolver(() => ItemConnection, { nullable: true, description: 'What they give away, the newest first; also what is withdrawn or gone, for themselves alone.' })
  items(
    @Root() { id }: User,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'How many at most, 1..100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which to go on.' }) after: string | null,
  ): Promise<ItemConnection> {
    return listOwnerItems(context, id, { first, after });
  }
}
