import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { Exchange } from '../exchange/exchange.stub.js';
import type { ConversationHint } from './conversation.channel.js';
import { watchConversations } from './conversation-watch.service.js';

@Resolver()
export class ConversationResolver {
  @Subscription(() => Exchange, {
    description:
      'Each change of what has been written or read in an exchange of the viewer’s: a message or a read mark of anyone who takes part; with `exchangeId`, in that one. ' +
      'Changes in quick succession may come as one. ' +
      'Carries no number: when something may have been missed it ends with SUBSCRIPTION_INTERRUPTED, and the client reads again.',
    subscribe: ({ context, args }) => watchConversations(context as Context, (args as { exchangeId?: string | null }).exchangeId ?? null),
  })
  conversationChanged(
    @Root() { exchangeId }: ConversationHint,
    @Arg('exchangeId', () => ID, { nullable: true, description: 'Only this exchange; FORBIDDEN for who takes no part in it.' }) _only: string | null,
  ): Exchange {
    return new Exchange(exchangeId);
  }
}
