import { Field, InputType } from 'type-graphql';
import { Locale } from '../user/user.entity.js';

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field({ description: 'Where mail reaches the person; one account each.' })
  email: string;

  @Field({ description: '8..128 characters.' })
  password: string;

  @Field({ description: 'Unique, 3..30 of a-z 0-9 _' })
  handle: string;

  @Field({ description: 'The name to show, 1..50 characters.' })
  displayName: string;

  @Field(() => Locale, { nullable: true, defaultValue: Locale.FR, description: 'The language of their mail and notifications.' })
  locale: Locale | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the person knows the device by, such as “Firefox on Android”; made by the client, 100 characters at most.',
  })
  deviceName: string | null;
}

@InputType({ description: 'Who logs in.' })
export class LogInInput {
  @Field({ description: 'The account’s e-mail address; upper and lower case are the same.' })
  email: string;

  @Field({ description: 'The account’s password.' })
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the person knows the device by, such as “Firefox on Android”; made by the client, 100 characters at most: a longer one is left out.',
  })
  deviceName: string | null;
}

@InputType({ description: 'Which session goes on.' })
export class RefreshSessionInput {
  @Field(() => String, { nullable: true, description: 'The refresh token; without it, the cookie’s is used.' })
  refreshToken: string | null;
}
