import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An exchange of exchanges', to which chat adds its conversation. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A swap between people; exchanges owns it.' })
export class Exchange {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
