import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A swap that the viewer proposes: they give `offeredItemIds` and ask for `requestedItemIds`.' })
export class ProposeExchangeInput {
  @Field(() => [ID], { description: 'Items of the viewer’s own, 1..20.' })
  offeredItemIds: string[];

  @Field(() => [ID], { description: 'Items of one other user, 1..20.' })
  requestedItemIds: string[];

  @Field(() => String, { nullable: true, description: 'A word with it, at most 500 characters.' })
  note: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made by the client, 1..200 characters. The same key again within 24 hours gives the first exchange, and makes no second one.',
  })
  idempotencyKey: string | null;
}

@InputType({ description: 'From the one who counters: what they would give, and what they ask for.' })
export class CounterExchangeInput {
  @Field(() => ID, { description: 'The exchange that is answered.' })
  exchangeId: string;

  @Field(() => [ID], { description: 'Items of the viewer’s own, 1..20.' })
  offeredItemIds: string[];

  @Field(() => [ID], { description: 'Items of the other one’s, 1..20.' })
  requestedItemIds: string[];

  @Field(() => String, { nullable: true, description: 'A word with it, at most 500 characters.' })
  note: string | null;
}
