import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An exchange of exchanges', to which chat adds its conversation. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A swap, from the first proposal to the handover. Only those who take part know of it.' })
export class Exchange {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
