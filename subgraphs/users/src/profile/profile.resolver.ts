import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { UpdateProfileResult } from './profile.failures.js';
import { UpdateProfileInput } from './profile.inputs.js';
import { updateProfile } from './update-profile.service.js';

@Resolver()
export class ProfileResolver {
  @Mutation(() => UpdateProfileResult, { description: 'Changes what others see of the viewer, and their language.' })
  updateProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateProfileInput, { description: 'What is to be different.' }) input: UpdateProfileInput,
  ): Promise<typeof UpdateProfileResult> {
    return updateProfile(context, input);
  }
}
