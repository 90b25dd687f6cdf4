import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Locale, User } from '../user/user.entity.js';

/** The signed-in person with what only they may see. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'The signed-in person, with what only they may see.' })
export class Viewer {
  constructor(user: User, sessionId: string | null) {
    this.sessionId = sessionId;
    this.user = user;
    this.id = user.id;
    this.email = user.email;
    this.isEmailVerified = user.isEmailVerified;
    this.locale = user.locale;
  }

  /** The session in which they ask, or that they have just begun. */
  sessionId: string | null;

  @Field(() => ID, { description: 'The same as their `user.id`.' })
  id: string;

  @Field(() => User, { description: 'How others see them.' })
  user: User;

  @Field({ description: 'Where mail reaches them.' })
  email: string;

  @Field({ description: 'Whether they have shown that the e-mail address is theirs.' })
  isEmailVerified: boolean;

  @Field(() => Locale, { description: 'The language of their mail and notifications.' })
  locale: Locale;
}
