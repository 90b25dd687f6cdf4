import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { countUnread } from '../read-mark/read-mark.service.js';
import { Viewer } from './viewer.stub.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'Messages of others, in all exchanges, that have not been read.' })
  unreadMessages(@Ctx() context: Context, @Root() viewer: Viewer): Promise<number | null> {
    return countUnread(context, viewer.id);
  }
}
