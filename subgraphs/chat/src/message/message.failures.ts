import { createUnionType } from 'type-graphql';
import { InvalidInput, NotFound, RateLimited } from '@secondlife/platform/values/failures';
import { Message } from './message.entity.js';

/** A message, or why it was not sent. */
export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What `sendMessage` answers.',
  types: () => [Message, NotFound, InvalidInput, RateLimited] as const,
});
