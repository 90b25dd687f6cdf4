import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A photo of items': only its key is known here. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A picture.' })
export class Photo {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
