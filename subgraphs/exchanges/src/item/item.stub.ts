import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An item of items': only the key is known here, and `openProposals` is added. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something that a person gives away in exchange for something else.' })
export class Item {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
