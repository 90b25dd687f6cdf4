import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A message to send.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'The exchange that it belongs to.' })
  exchangeId: string;

  @Field({ description: 'Plain text, 1..4000 characters.' })
  body: string;

  @Field(() => ID, { description: 'Made by the client, unique for each message (1..100 characters); the same one again returns the first message.' })
  clientId: string;
}
