import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { openMessageFeed } from './message-feed.service.js';
import { Message } from './message.entity.js';
import { SendMessageResult } from './message.failures.js';
import { SendMessageInput } from './message.inputs.js';
import { sendMessage } from './send-message.service.js';

interface MessageAddedArguments {
  exchangeId: string;
  after?: number | null;
}

@Resolver(() => Message)
export class MessageResolver {
  @Mutation(() => SendMessageResult, { description: 'Writes to the other people of an exchange.' })
  sendMessage(
    @Ctx() context: Context,
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
  ): Promise<typeof SendMessageResult> {
    return sendMessage(context, input);
  }

  @Subscription(() => Message, {
    description:
      'Every message of the exchange after number `after`, first the missed ones, then each new one: in order, each once. Without `after`, only new ones. FORBIDDEN for who takes no part.',
    subscribe: ({ args, context }) => openMessageFeed(context as Context, (args as MessageAddedArguments).exchangeId, (args as MessageAddedArguments).after ?? null),
  })
  messageAdded(
    @Root() message: Message,
    @Arg('exchangeId', () => ID, { description: 'The exchange.' }) _exchangeId: string,
    @Arg('after', () => Int, { nullable: true, description: 'The last number that the client has.' }) _after: number | null,
  ): Message {
    return message;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'What its author’s client called it in `sendMessage`; null for everyone but the author.' })
  clientId(@Ctx() { viewer }: Context, @Root() { authorId, clientId }: Message): string | null {
    return viewer.userId === authorId ? clientId : null;
  }
}
