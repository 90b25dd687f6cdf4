import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The signed-in person of users', to whom chat adds what they have not read. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'The signed-in person, with what only they may see.' })
export class Viewer {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID, { description: 'The same as their `user.id`.' })
  id: string;
}
