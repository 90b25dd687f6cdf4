'use client';
import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import type { GraphContext } from '@/graph/links/retry-link';
import type { PhotoUploads } from '@/photo/photo-uploads';
import { forgetLists } from './forget-lists';
import type { PublishDraft } from './publish-draft';
import type { PublishField } from './publish-form';
import { PublishItemDocument } from './publish-item.generated';

/** What is being done; `waiting`: for photos that are on their way. */
export type PublishPhase = 'editing' | 'waiting' | 'sending';

/** What came of it. */
export type PublishOutcome =
  | { kind: 'published'; itemId: string }
  | { kind: 'wrong'; field: PublishField; message: string }
  | { kind: 'photoFailed' }
  /** An earlier try came through, with other words. */
  | { kind: 'publishedBefore' }
  | { kind: 'failed'; message: string };

const FIELDS: Record<string, PublishField> = {
  title: 'title',
  description: 'description',
  categoryId: 'categoryId',
  condition: 'condition',
  wishes: 'wishes',
  location: 'town',
  photoIds: 'photos',
};

function toInput({ form, idempotencyKey }: PublishDraft, photoIds: string[]) {
  const { title, description, categoryId, condition, wishes, town } = form;
  if (categoryId === null || condition === null) throw new Error('The form is checked before it is sent');
  return { title, description, categoryId, condition, wishes: wishes.trim() || null, location: town && { lat: town.lat, lng: town.lng }, photoIds, idempotencyKey };
}

/** Publishes a draft that is filled in, once its photos are there. */
export function usePublish(viewerId: string, uploads: PhotoUploads) {
  const client = useApolloClient();
  const common = useTranslations('common');
  const [phase, setPhase] = useState<PublishPhase>('editing');

  async function send(draft: PublishDraft, photoIds: string[]): Promise<PublishOutcome> {
    const { data } = await client.mutate({
      mutation: PublishItemDocument,
      variables: { input: toInput(draft, photoIds) },
      context: { isIdempotent: true } satisfies GraphContext,
    });
    const result = data.publishItem;
    switch (result.__typename) {
      case 'Item':
        forgetLists(client.cache, viewerId);
        return { kind: 'published', itemId: result.id };
      case 'InvalidInput': {
        const [first = ''] = result.field;
        if (first === 'idempotencyKey') return { kind: 'publishedBefore' };
        const field = FIELDS[first];
        return field ? { kind: 'wrong', field, message: result.message } : { kind: 'failed', message: result.message };
      }
      case 'RateLimited':
        return { kind: 'failed', message: common('failedTooMany', { seconds: result.retryAfterSeconds }) };
      default:
        return result satisfies never;
    }
  }

  async function publish(draft: PublishDraft): Promise<PublishOutcome> {
    setPhase('waiting');
    try {
      await uploads.whenSettled();
      const photoIds = uploads.getPhotos().flatMap(({ state }) => (state.status === 'done' ? [state.photoId] : []));
      if (photoIds.length < uploads.getPhotos().length) return { kind: 'photoFailed' };
      setPhase('sending');
      return await send(draft, photoIds);
    } catch (error) {
      return { kind: 'failed', message: describeError(error, common) };
    } finally {
      setPhase('editing');
    }
  }

  return { phase, publish };
}
