import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ConnectionSize, ListSize } from '@secondlife/platform/subgraph/cost';
import { DEFAULT_PAGE_SIZE } from '@secondlife/platform/values/page';
import type { Context } from '../context.js';
import { findOwnConversation } from '../conversation/conversation.service.js';
import { MessageConnection } from '../message/message.connection.js';
import { findMessages } from '../message/message-page.service.js';
import { ReadMark } from '../read-mark/read-mark.entity.js';
import { countUnreadOf, findReadMarks } from '../read-mark/read-mark.service.js';
import { Exchange } from './exchange.stub.js';

@Resolver(() => Exchange)
export class ExchangeResolver {
  @ConnectionSize({ slicedBy: ['first', 'last'], assumed: DEFAULT_PAGE_SIZE })
  @FieldResolver(() => MessageConnection, {
    nullable: true,
    description: 'Its messages, oldest first: `first`/`after` from the start, or `last`/`before` from the end; the last 24 without arguments. Null for who takes no part.',
  })
  messages(
    @Ctx() context: Context,
    @Root() { id }: Exchange,
    @Arg('last', () => Int, { nullable: true, description: 'So many before `before`, 1..100.' }) last: number | null | undefined,
    @Arg('before', () => String, { nullable: true, description: 'A cursor of this list.' }) before: string | null | undefined,
    @Arg('first', () => Int, { nullable: true, description: 'So many after `after`, 1..100.' }) first: number | null | undefined,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this list.' }) after: string | null | undefined,
  ): Promise<MessageConnection | null> {
    return findMessages(context, id, { last, before, first, after });
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Sequence number of the newest message; 0 when there is none. Null for who takes no part.' })
  async lastMessageSeq(@Ctx() context: Context, @Root() { id }: Exchange): Promise<number | null> {
    return (await findOwnConversation(context, id))?.lastSeq ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Messages of others that the viewer has not read. Null for who takes no part.' })
  unreadMessages(@Ctx() context: Context, @Root() { id }: Exchange): Promise<number | null> {
    return countUnreadOf(context, id);
  }

  @ListSize({ assumed: 2 })
  @FieldResolver(() => [ReadMark], {
    nullable: true,
    description: 'How far each one has read; who has read nothing has no mark. Null for who takes no part.',
  })
  readMarks(@Ctx() context: Context, @Root() { id }: Exchange): Promise<ReadMark[] | null> {
    return findReadMarks(context, id);
  }
}
