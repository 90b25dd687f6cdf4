import { Ctx, Query, Resolver } from 'type-graphql';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { Viewer } from './viewer.js';
import { findViewer } from './viewer.service.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; UNAUTHENTICATED when nobody is.' })
  me(@Ctx() context: Context): Promise<Viewer | null> {
    return findViewer(context, requireUserId(context));
  }
}
