import { Field, Int, ObjectType } from 'type-graphql';
import { ListSize } from '@secondlife/platform/subgraph/cost';
import { PageInfo, type Connection } from '@secondlife/platform/values/page';
import { Item } from '../item/item.stub.js';
import { User } from '../user/user.stub.js';
import { Exchange } from './exchange.entity.js';

@ObjectType({ description: 'One giver, one receiver, the items that go from the one to the other. Two legs make a swap, N a ring.' })
export class ExchangeLeg {
  @Field(() => User, { nullable: true, description: 'Who gives.' })
  giver: User;

  @Field(() => User, { nullable: true, description: 'Who receives, and confirms the handover.' })
  receiver: User;

  @ListSize({ assumed: 2 })
  @Field(() => [Item], { nullable: 'items', description: 'What is given, by the current revision.' })
  items: Item[];

  @Field(() => Date, { nullable: true, description: 'When the receiver confirmed the handover; null until then.' })
  handedOverAt: Date | null;
}

@ObjectType({ description: 'One leg as a revision had it: one giver, one receiver, the items that would go from the one to the other.' })
export class RevisionLeg {
  @Field(() => User, { nullable: true, description: 'Who would give.' })
  giver: User;

  @Field(() => User, { nullable: true, description: 'Who would receive.' })
  receiver: User;

  @ListSize({ assumed: 2 })
  @Field(() => [Item], { nullable: 'items', description: 'What would be given.' })
  items: Item[];
}

@ObjectType({ description: 'An exchange in a list.' })
export class ExchangeEdge {
  @Field({ description: 'Where it stands in the list; opaque.' })
  cursor: string;

  @Field(() => Exchange, { description: 'The exchange.' })
  node: Exchange;
}

@ObjectType({ description: 'A page of exchanges.' })
export class ExchangeConnection {
  constructor(
    page: Connection<Exchange>,
    private readonly count: () => Promise<number>,
  ) {
    this.edges = page.edges;
    this.pageInfo = page.pageInfo;
  }

  @Field(() => [ExchangeEdge], { description: 'The exchanges of this page.' })
  edges: ExchangeEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; exact up to 10,000, and 10,000 from there on.' })
  totalCount(): Promise<number> {
    return this.count();
  }
}
