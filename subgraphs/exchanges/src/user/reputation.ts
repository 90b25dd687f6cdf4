import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How it went with someone so far. Null figures until there are at least 3 reviews, so that no single one can be told apart.' })
export class Reputation {
  @Field(() => Float, { nullable: true, description: '1..5: the mean of the reviews, to one decimal.' })
  rating: number | null;

  @Field(() => Int, { description: 'How many reviews others wrote about them.' })
  reviewCount: number;

  @Field(() => Int, { description: 'How many exchanges they have completed.' })
  completedExchanges: number;

  @Field(() => Float, {
    nullable: true,
    description: '0..1: promises kept: completed exchanges out of those and the accepted ones that they called off or let lapse.',
  })
  reliability: number | null;
}

/** From so many reviews on, figures are shown. */
const FEWEST_REVIEWS = 3;

export interface TrackRecord {
  reviews: number;
  meanRating: number | null;
  completed: number;
  broken: number;
}

/** What others may see of someone's record. */
export function toReputation({ reviews, meanRating, completed, broken }: TrackRecord): Reputation {
  const isShown = reviews >= FEWEST_REVIEWS;
  const promises = completed + broken;
  return Object.assign(new Reputation(), {
    rating: isShown ? meanRating : null,
    reviewCount: reviews,
    completedExchanges: completed,
    reliability: isShown && promises > 0 ? completed / promises : null,
  });
}
