import { Arg, Int, Query, Resolver } from 'type-graphql';
import { ListSize } from '@secondlife/platform/subgraph/cost';
import { requirePageSize } from '@secondlife/platform/values/page';
import { requireShortText } from '../require-short-text.js';
import { Town } from './town.js';
import { findTowns } from './towns.js';

@Resolver()
export class TownResolver {
  @ListSize({ slicedBy: ['first'] })
  @Query(() => [Town], { description: 'Towns by what someone types of their name; accents and case do not matter. The best match first.' })
  towns(
    @Arg('startingWith', { description: 'The beginning of the name, or of a later word of it; at most 200 characters.' }) startingWith: string,
    @Arg('first', () => Int, { defaultValue: 8, description: 'How many at most, 1..100.' }) first: number,
  ): Town[] {
    return findTowns(requireShortText(startingWith, 'startingWith'), requirePageSize(first));
  }
}
