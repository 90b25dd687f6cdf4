import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ListSize } from '@secondlife/platform/subgraph/cost';
import type { Context } from '../context.js';
import { findRevisionLegs } from './exchange.service.js';
import { RevisionLeg } from './exchange.types.js';
import { ExchangeRevision } from './revision.entity.js';

@Resolver(() => ExchangeRevision)
export class RevisionResolver {
  @ListSize({ assumed: 2 })
  @FieldResolver(() => [RevisionLeg], { description: 'Who would have given what to whom, in the order of the exchange’s `legs`.' })
  legs(@Ctx() context: Context, @Root() { exchangeId, number }: ExchangeRevision): Promise<RevisionLeg[]> {
    return findRevisionLegs(context, { id: exchangeId, revision: number });
  }
}
