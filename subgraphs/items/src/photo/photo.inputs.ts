import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'A file that is about to be uploaded.' })
export class CreatePhotoUploadInput {
  @Field({ description: 'What the file is called, 1..255 characters.' })
  fileName: string;

  @Field({ description: 'Its media type: image/jpeg, image/png, image/webp or image/avif.' })
  contentType: string;

  @Field(() => Int, { description: 'Its size in bytes, 10 MiB at most.' })
  byteSize: number;
}
