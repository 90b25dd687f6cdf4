import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Item } from './item.stub.js';

@Resolver(() => Item)
export class ItemResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'Open proposals on it, whoever made them. Seen by its owner only, else null.' })
  openProposals(@Ctx() { loaders }: Context, @Root() { id }: Item): Promise<number | null> {
    return loaders.openProposals.load(id);
  }
}
