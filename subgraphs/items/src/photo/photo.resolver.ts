import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Photo } from './photo.entity.js';
import { CreatePhotoUploadResult } from './photo.failures.js';
import { CreatePhotoUploadInput } from './photo.inputs.js';
import { createPhotoUpload, toAlt } from './photo.service.js';
import { toKeptWidth } from './kept-width.js';

@Resolver(() => Photo)
export class PhotoResolver {
  @Mutation(() => CreatePhotoUploadResult, { description: 'A place to upload one picture to; its id then goes into `publishItem`, or as an avatar into `updateProfile`.' })
  createPhotoUpload(
    @Ctx() context: Context,
    @Arg('input', () => CreatePhotoUploadInput, { description: 'The file.' }) input: CreatePhotoUploadInput,
  ): Promise<typeof CreatePhotoUploadResult> {
    return createPhotoUpload(context, input);
  }

  @FieldResolver(() => String, {
    description:
      'The picture, as WebP. It never changes under this address. With `width`, a smaller one: of 320, 640, 1280 and all its pixels (2048 at most) the narrowest that is at least so wide; never larger than the picture is.',
  })
  url(
    @Root() { id, width: fullWidth }: Photo,
    @Ctx() { photos }: Context,
    @Arg('width', () => Int, { nullable: true, description: 'How wide it will be shown, in pixels of the screen; without it, all its pixels.' }) width: number | null,
  ): string {
    return photos.toUrl(id, width === null ? null : toKeptWidth(width, fullWidth));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the picture shows, for who can’t see it, in the language of the request; null for what stands on no item.' })
  alt(@Root() photo: Photo, @Ctx() context: Context): Promise<string | null> {
    return toAlt(context, photo);
  }
}
