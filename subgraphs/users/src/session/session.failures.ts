import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Failure, InvalidInput, RateLimited } from '@secondlife/platform/values/failures';
import { HandleTaken } from '../user/user.failures.js';
import { Viewer } from '../viewer/viewer.js';

@ObjectType({ description: 'A log-in. `accessToken`: a JWT, for `Authorization: Bearer`. `refreshToken` is single-use, and is also set as an HttpOnly cookie.' })
export class Session {
  @Field(() => Viewer, { description: 'Who is signed in now.' })
  viewer: Viewer;

  @Field({ description: 'For `Authorization: Bearer …`, 15 minutes long.' })
  accessToken: string;

  @Field(() => Date, { description: 'When the access token ends.' })
  accessTokenExpiresAt: Date;

  @Field({ description: 'For one `refreshSession`, within 30 days.' })
  refreshToken: string;
}

@ObjectType({ implements: Failure, description: 'There is an account with this e-mail address already.' })
export class EmailTaken extends Failure {}

@ObjectType({ implements: Failure, description: 'One failure for a wrong password and an unknown e-mail.' })
export class WrongCredentials extends Failure {}

@ObjectType({ implements: Failure, description: 'The refresh token is unknown, used, too old, or its session has ended: log in again.' })
export class SessionExpired extends Failure {}

/** A session, or why there is no account. */
export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  description: 'What `register` answers.',
  types: () => [Session, InvalidInput, HandleTaken, EmailTaken, RateLimited] as const,
});
export const LogInResult = createUnionType({
  name: 'LogInResult',
  description: 'What `logIn` answers.',
  types: () => [Session, WrongCredentials, RateLimited] as const,
});
export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  description: 'What `refreshSession` answers.',
  types: () => [Session, SessionExpired] as const,
});
