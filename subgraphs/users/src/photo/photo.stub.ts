import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A photo of items': only its key is known here. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A picture; items owns it.' })
export class Photo {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
