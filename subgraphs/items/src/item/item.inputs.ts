import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Cost } from '@secondlife/platform/subgraph/cost';
import { GeoPointInput } from '../place/place.js';
import { ItemCondition } from './item.entity.js';

@InputType({ description: 'What to give away.' })
export class PublishItemInput {
  @Field({ description: 'What it is, 3..80 characters.' })
  title: string;

  @Field({ description: 'What there is to know of it, 1..4000 characters; line breaks may stand in it.' })
  description: string;

  @Field(() => ItemCondition, { description: 'How worn it is.' })
  condition: ItemCondition;

  @Field(() => ID, { description: 'One of `categories`.' })
  categoryId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Ids that `createPhotoUpload` gave, uploaded; 10 at most, the first is shown first.' })
  photoIds: string[];

  @Field(() => GeoPointInput, { nullable: true, description: 'Where it is. Only a coarsened place is ever shown.' })
  location: GeoPointInput | null;

  @Field(() => String, { nullable: true, description: 'What the owner would like in return, 500 characters at most.' })
  wishes: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key again returns the first result, and makes no second item. Kept for 24 hours, 200 characters at most.',
  })
  idempotencyKey: string | null;
}

@InputType({ description: 'Which items; what is left out, and an empty list, lets everything through.' })
export class ItemFilter {
  @Cost(20)
  @Field(() => String, {
    nullable: true,
    description: 'Words, each of which stands somewhere in the title, the description or the wishes; 200 characters at most.',
  })
  text: string | null;

  @Field(() => [ID], { nullable: true, description: 'Any of these categories; one at the top includes those below it.' })
  categories: string[] | null;

  @Field(() => [ItemCondition], { nullable: true, description: 'Any of these conditions.' })
  conditions: ItemCondition[] | null;

  @Field(() => Int, { nullable: true, description: 'Needs `near`; measured to the coarsened place, more than 0.' })
  withinMetres: number | null;

  @Field(() => ID, { nullable: true, description: 'Items of this person; reserved ones too, and all for themselves.' })
  ownerId: string | null;
}

export enum ItemOrder {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  NEAREST = 'NEAREST',
}
registerEnumType(ItemOrder, {
  name: 'ItemOrder',
  description: 'In which order items come.',
  valuesConfig: {
    RELEVANCE: { description: 'What fits `text` best first, then the newest.' },
    NEWEST: { description: 'What was published last first.' },
    NEAREST: { description: 'What is nearest to `near` first, which it needs; items without a place last.' },
  },
});
