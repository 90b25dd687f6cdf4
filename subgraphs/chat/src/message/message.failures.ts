import { createUnionType } from 'type-graphql';
import { InvalidInput, NotFound, RateLimited } from '@secondlife/platform/values/failures';
import { Message } from './message.entity.js';

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What `sendMessage` answers.',
  types: () => [Message, NotFound, InvalidInput, RateLimited] as const,
});
