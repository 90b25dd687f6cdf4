import { Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { PageInfo, type Connection } from '@secondlife/platform/values/page';
import { Item } from './item.entity.js';

@ObjectType({ description: 'An item in a connection.' })
export class ItemEdge {
  @Field({ description: 'Where the item stands in this list, for `after`.' })
  cursor: string;

  @Field(() => Item, { description: 'The item.' })
  node: Item;
}

@ObjectType({ description: 'A page of items (Relay).' })
export class ItemConnection {
  /** `count` is called when someone asks for the total. */
  constructor(
    { edges, pageInfo }: Connection<Item>,
    readonly count: () => Promise<number>,
  ) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [ItemEdge], { description: 'The items of this page, in order.' })
  edges: ItemEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where this page ends.' })
  pageInfo: PageInfo;
}

@Resolver(() => ItemConnection)
export class ItemConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are on all pages: exact up to 10,000, and 10,000 from there on.' })
  totalCount(@Root() { count }: ItemConnection): Promise<number> {
    return count();
  }
}
