import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Cost } from '@secondlife/platform/subgraph/cost';
import type { Context } from '../context.js';
import { endSession, logOut, logOutEverywhere } from './end-session.service.js';
import { register } from './register.service.js';
import { logIn, refreshSession } from './session.service.js';
import { LogInResult, RefreshSessionResult, RegisterResult } from './session.failures.js';
import { LogInInput, RefreshSessionInput, RegisterInput } from './session.inputs.js';

/** A quarter of a second of CPU goes into each (bcrypt, cost 12): about what this many objects take to read. */
const HASHED_PASSWORD = 200;

@Resolver()
export class SessionResolver {
  @Cost(HASHED_PASSWORD)
  @Mutation(() => RegisterResult, { description: 'Makes an account and signs in.' })
  register(@Ctx() context: Context, @Arg('input', () => RegisterInput, { description: 'The new account.' }) input: RegisterInput): Promise<typeof RegisterResult> {
    return register(context, input);
  }

  @Cost(HASHED_PASSWORD)
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

  @Mutation(() => Boolean, { description: 'Ends one of the viewer’s sessions; false for one that is unknown, another’s, or over already.' })
  endSession(@Ctx() context: Context, @Arg('id', () => ID, { description: 'One of `Viewer.sessions`.' }) id: string): Promise<boolean> {
    return endSession(context, id);
  }

  @Mutation(() => Boolean, { description: 'Ends all of the viewer’s sessions, this one too.' })
  logOutEverywhere(@Ctx() context: Context): Promise<boolean> {
    return logOutEverywhere(context);
  }
}
