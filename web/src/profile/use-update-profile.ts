'use client';
import { useApolloClient } from '@apollo/client/react';
import type { GraphContext } from '@/graph/links/retry-link';
import type { ProfilePartsFragment } from './profile-parts.generated';
import { UpdateProfileDocument, type UpdateProfileMutation, type UpdateProfileMutationVariables } from './update-profile.generated';

/** What is shown until the graph has answered; only for changes that it does not refuse. */
export interface ExpectedProfile {
  locale: Extract<UpdateProfileMutation['updateProfile'], { __typename: 'Viewer' }>['locale'];
  user: ProfilePartsFragment;
}

/** Changes the viewer's profile, which is then shown everywhere as it has become. Rejects when the graph can't be reached. */
export function useUpdateProfile() {
  const client = useApolloClient();
  return async (input: UpdateProfileMutationVariables['input'], expected?: ExpectedProfile): Promise<UpdateProfileMutation['updateProfile']> => {
    const { data } = await client.mutate({
      mutation: UpdateProfileDocument,
      variables: { input },
      context: { isIdempotent: true } satisfies GraphContext,
      ...(expected && { optimisticResponse: { updateProfile: { __typename: 'Viewer' as const, id: expected.user.id, ...expected } } }),
    });
    return data.updateProfile;
  };
}
