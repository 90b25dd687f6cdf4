import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { InvalidInput, RateLimited } from '@secondlife/platform/values/failures';

@ObjectType({ description: 'One value of a form.' })
export class FormField {
  @Field({ description: 'What the value is called in the form.' })
  name: string;

  @Field({ description: 'To be sent as it is.' })
  value: string;
}

@ObjectType({
  description:
    'Where and how to send one file, straight to the photo store: a POST form of `fields`, then the file as `file`. What comes of the first file stands: when it is refused, ask for another upload.',
})
export class PhotoUpload {
  @Field(() => ID, { description: 'What `publishItem` and `updateProfile` call the photo, once it is uploaded.' })
  photoId: string;

  @Field({ description: 'Where to post the form.' })
  url: string;

  @Field(() => [FormField], { description: 'What stands in the form before the file.' })
  fields: FormField[];

  @Field(() => Date, { description: 'The upload must begin before.' })
  expiresAt: Date;

  @Field(() => Int, { description: 'The largest file that is taken, in bytes.' })
  maxBytes: number;
}

export const CreatePhotoUploadResult = createUnionType({
  name: 'CreatePhotoUploadResult',
  description: 'What `createPhotoUpload` answers.',
  types: () => [PhotoUpload, InvalidInput, RateLimited] as const,
});
