import { Field, ID, InputType } from 'type-graphql';
import { Locale } from '../user/user.entity.js';

@InputType({ description: 'What is to be different; what is left out stays as it is.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'The name to show, 1..50 characters; not null.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Unique, 3..30 of a-z 0-9 _; not null.' })
  handle?: string | null;

  @Field(() => String, { nullable: true, description: 'Free text, such as a district, never an address; 60 characters at most. Null removes it.' })
  area?: string | null;

  @Field(() => ID, { nullable: true, description: 'A photo of the viewer’s own, which `createPhotoUpload` gave, uploaded. Null removes it.' })
  avatarPhotoId?: string | null;

  @Field(() => Locale, { nullable: true, description: 'The language of their mail and notifications; not null.' })
  locale?: Locale | null;
}
