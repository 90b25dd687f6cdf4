import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { ConnectionSize, ListSize } from '@secondlife/platform/subgraph/cost';
import { DEFAULT_PAGE_SIZE } from '@secondlife/platform/values/page';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { User } from '../user/user.stub.js';
import type { ExchangeHint } from './change.js';
import { Exchange } from './exchange.entity.js';
import { findExchange, findLegs, listExchanges, watchExchanges } from './exchange.service.js';
import { ExchangeConnection, ExchangeLeg } from './exchange.types.js';
import { ExchangeStatus } from './exchange-status.js';
import { toAwaitedIds, toParticipantIds } from './people.js';
import { ExchangeRevision } from './revision.entity.js';

@Resolver(() => Exchange)
export class ExchangeResolver {
  @Query(() => Exchange, { nullable: true, description: 'An exchange of the viewer’s; null when they take part in none with this id. UNAUTHENTICATED for nobody.' })
  exchange(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The exchange’s id.' }) id: string): Promise<Exchange | null> {
    requireUserId(context);
    return findExchange(context, id);
  }

  @ConnectionSize()
  @Query(() => ExchangeConnection, { nullable: true, description: 'The viewer’s, newest change first. UNAUTHENTICATED for nobody.' })
  exchanges(
    @Ctx() context: Context,
    @Arg('statuses', () => [ExchangeStatus], { nullable: true, description: 'Only those in one of these states; all without it.' }) statuses: ExchangeStatus[] | null = null,
    @Arg('first', () => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'How many, 1..100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Those after this cursor.' }) after: string | null = null,
  ): Promise<ExchangeConnection> {
    return listExchanges(context, { statuses, first, after });
  }

  @Subscription(() => Exchange, {
    description:
      'Each change of an exchange of the viewer’s; with `exchangeId`, of that one. ' +
      'Carries no number: when something may have been missed it ends with SUBSCRIPTION_INTERRUPTED, and the client reads again.',
    subscribe: ({ context, args }) => watchExchanges(context as Context, (args as { exchangeId?: string | null }).exchangeId ?? null),
  })
  exchangeUpdated(
    @Ctx() { loaders }: Context,
    @Root() { exchangeId }: ExchangeHint,
    @Arg('exchangeId', () => ID, { nullable: true, description: 'Only this exchange; FORBIDDEN for who takes no part in it.' }) _only: string | null,
  ): Promise<Exchange | null> {
    return loaders.exchange.load(exchangeId);
  }

  @ListSize({ assumed: 2 })
  @FieldResolver(() => [User], {
    nullable: 'items',
    description: 'Whose turn it is: who may answer the proposal, or has yet to confirm the handover. Nobody’s in a final state.',
  })
  async awaiting(@Ctx() { loaders }: Context, @Root() exchange: Exchange): Promise<User[]> {
    return toAwaitedIds(exchange, await loaders.legs.load(exchange.id)).map((id) => new User(id));
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who made the first proposal.' })
  proposer(@Root() { proposerId }: Exchange): User {
    return new User(proposerId);
  }

  @ListSize({ assumed: 2 })
  @FieldResolver(() => [User], { nullable: 'items', description: 'Everyone who gives or receives, the proposer first.' })
  async participants(@Ctx() { loaders }: Context, @Root() { id }: Exchange): Promise<User[]> {
    return toParticipantIds(await loaders.legs.load(id)).map((id) => new User(id));
  }

  @ListSize({ assumed: 2 })
  @FieldResolver(() => [ExchangeLeg], { description: 'Who gives what to whom, the proposer’s first.' })
  legs(@Ctx() context: Context, @Root() exchange: Exchange): Promise<ExchangeLeg[]> {
    return findLegs(context, exchange);
  }

  @ListSize({ assumed: 3 })
  @FieldResolver(() => [ExchangeRevision], { description: 'All that was on the table so far, oldest first: the last one is the current one.' })
  revisions(@Ctx() { loaders }: Context, @Root() { id }: Exchange): Promise<ExchangeRevision[]> {
    return loaders.revisions.load(id);
  }
}
