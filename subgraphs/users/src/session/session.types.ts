import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A log-in of the viewer’s that still holds: one for each device.' })
export class OpenSession {
  @Field(() => ID, { description: 'Opaque; for `endSession`.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'What the client called the device at log-in; null when it said nothing.' })
  deviceName: string | null;

  @Field(() => Date, { description: 'When the person logged in.' })
  startedAt: Date;

  @Field(() => Date, { description: 'When it was last logged in or refreshed.' })
  lastUsedAt: Date;

  @Field({ description: 'Whether this is the session that asks.' })
  isCurrent: boolean;
}
