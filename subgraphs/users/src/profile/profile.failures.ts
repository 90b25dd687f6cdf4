import { createUnionType } from 'type-graphql';
import { InvalidInput } from '@secondlife/platform/values/failures';
import { HandleTaken } from '../user/user.failures.js';
import { Viewer } from '../viewer/viewer.js';

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  description: 'What `updateProfile` answers.',
  types: () => [Viewer, InvalidInput, HandleTaken] as const,
});
