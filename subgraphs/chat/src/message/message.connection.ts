import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '@secondlife/platform/values/page';
import { Message } from './message.entity.js';

@ObjectType({ description: 'A message in its place in the list.' })
export class MessageEdge {
  @Field({ description: 'Where it stands, for `after` and `before`.' })
  cursor: string;

  @Field(() => Message, { description: 'The message.' })
  node: Message;
}

@ObjectType({ description: 'Messages of an exchange, oldest first.' })
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'The messages of this page.' })
  edges: MessageEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; exact up to 10,000, and 10,000 from there on.' })
  totalCount: number;
}
