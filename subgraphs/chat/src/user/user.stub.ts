import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A person of users': only the key is known here. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A person who swaps.' })
export class User {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID, { description: 'Opaque.' })
  id: string;
}
