import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Reputation } from './reputation.js';
import { User } from './user.stub.js';

@Resolver(() => User)
export class UserResolver {
  @FieldResolver(() => Reputation, { nullable: true, description: 'How it went with them so far.' })
  reputation(@Ctx() { loaders }: Context, @Root() { id }: User): Promise<Reputation> {
    return loaders.reputation.load(id);
  }
}
