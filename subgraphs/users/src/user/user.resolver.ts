import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { User } from './user.entity.js';

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'A person; null when there is none with this id.' })
  user(@Ctx() { loaders }: Context, @Arg('id', () => ID, { description: 'The person’s id.' }) id: string): Promise<User | null> {
    return loaders.user.load(id);
  }
}
