import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { register } from './register.service.js';
import { logIn, logOut, refreshSession } from './session.service.js';
import { LogInResult, RefreshSessionResult, RegisterResult } from './session.failures.js';
import { LogInInput, RefreshSessionInput, RegisterInput } from './session.inputs.js';

@Resolver()
export class SessionResolver {
  @Mutation(() => RegisterResult, { description: 'Makes an account and signs in.' })
  register(@Ctx() context: Context, @Arg('input', () => RegisterInput, { description: 'The new account.' }) input: RegisterInput): Promise<typeof RegisterResult> {
    return register(context, input);
  }

  @Mutation(() => LogInResult, { description: 'Signs in. Sent without Authorization.' })
  logIn(@Ctx() context: Context, @Arg('input', () => LogInInput, { description: 'Who logs in.' }) input: LogInInput): Promise<typeof LogInResult> {
    return logIn(context, input);
  }

  @Mutation(() => RefreshSessionResult, { description: 'A new access token and a new refresh token for a used one. Sent without Authorization.' })
  refreshSession(
    @Ctx() context: Context,
    @Arg('input', () => RefreshSessionInput, { description: 'Which session goes on.' }) input: RefreshSessionInput,
  ): Promise<typeof RefreshSessionResult> {
    return refreshSession(context, input);
  }

  @Mutation(() => Boolean, { description: 'Ends the session of the token that is sent.' })
  logOut(@Ctx() context: Context): Promise<boolean> {
    return logOut(context);
  }
}
