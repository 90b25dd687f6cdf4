import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { listSessions } from '../session/list-sessions.service.js';
import { OpenSession } from '../session/session.types.js';
import { Viewer } from './viewer.js';
import { findViewer } from './viewer.service.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; UNAUTHENTICATED when nobody is.' })
  me(@Ctx() context: Context): Promise<Viewer | null> {
    return findViewer(context, requireUserId(context));
  }

  @FieldResolver(() => [OpenSession], { description: 'Where they are logged in, the last used first.' })
  sessions(@Root() viewer: Viewer, @Ctx() context: Context): Promise<OpenSession[]> {
    return listSessions(context, viewer);
  }
}
