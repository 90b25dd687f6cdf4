import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { markMessagesRead } from './read-mark.service.js';

@Resolver()
export class ReadMarkResolver {
  @Mutation(() => Boolean, { description: 'Everything up to `seq` is read. False for an exchange that the viewer takes no part in.' })
  markMessagesRead(
    @Ctx() context: Context,
    @Arg('exchangeId', () => ID, { description: 'The exchange.' }) exchangeId: string,
    @Arg('seq', () => Int, { description: 'The number of the last message that was read.' }) seq: number,
  ): Promise<boolean> {
    return markMessagesRead(context, exchangeId, seq);
  }
}
