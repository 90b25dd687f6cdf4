import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Photo } from './photo.entity.js';
import { CreatePhotoUploadResult } from './photo.failures.js';
import { CreatePhotoUploadInput } from './photo.inputs.js';
import { createPhotoUpload, toAlt } from './photo.service.js';

@Resolver(() => Photo)
export class PhotoResolver {
  @Mutation(() => CreatePhotoUploadResult, { description: 'A place to upload one picture to; its id then goes into `publishItem`.' })
  createPhotoUpload(
    @Ctx() context: Context,
    @Arg('input', () => CreatePhotoUploadInput, { description: 'The file.' }) input: CreatePhotoUploadInput,
  ): Promise<typeof CreatePhotoUploadResult> {
    return createPhotoUpload(context, input);
  }

  @FieldResolver(() => String, { description: 'The picture, as WebP. It never changes under this address.' })
  url(@Root() { id }: Photo, @Ctx() { photos }: Context): string {
    return photos.toUrl(id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the picture shows, for who can’t see it, in the language of the request.' })
  alt(@Root() photo: Photo, @Ctx() context: Context): Promise<string> {
    return toAlt(context, photo);
  }
}
