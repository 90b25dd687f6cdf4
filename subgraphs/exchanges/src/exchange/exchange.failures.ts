import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Words } from '@secondlife/platform/language';
import { fail, Failure, InvalidInput, NotFound, RateLimited, type Spoken } from '@secondlife/platform/values/failures';
import { Exchange } from './exchange.entity.js';
import { isOpen } from './exchange.machine.js';
import { ExchangeStatus } from './exchange-status.js';

/** Items defines it too, with the same fields. */
@Directive('@shareable')
@ObjectType({ implements: Failure, description: 'An item that is withdrawn, exchanged, or promised in an accepted exchange.' })
export class ItemUnavailable extends Failure {
  @Field(() => [ID], { description: 'Which items.' })
  itemIds: string[];
}

@ObjectType({ implements: Failure, description: 'The exchange is not in a state that allows this.' })
export class WrongState extends Failure {
  @Field(() => ExchangeStatus, { description: 'Where the exchange stands.' })
  status: ExchangeStatus;
}

export const itemUnavailable = (context: Spoken, itemIds: string[]): ItemUnavailable =>
  fail(
    context,
    ItemUnavailable,
    {
      fr: 'Un objet n’est plus disponible : il a été retiré, échangé, ou promis dans un autre échange.',
      en: 'An item is not available any more: it was withdrawn, swapped, or promised in another exchange.',
    },
    { itemIds },
  );

const NOT_YOUR_TURN = { fr: 'Ce n’est pas à vous de faire cela maintenant.', en: 'This is not yours to do now.' };
const OVER = { fr: 'Cet échange est déjà terminé.', en: 'This exchange has ended already.' };

export const wrongState = (context: Spoken, status: ExchangeStatus, words: Words = isOpen(status) ? NOT_YOUR_TURN : OVER): WrongState =>
  fail(context, WrongState, words, { status });

export const ProposeExchangeResult = createUnionType({
  name: 'ProposeExchangeResult',
  description: 'What `proposeExchange` answers.',
  types: () => [Exchange, InvalidInput, ItemUnavailable, RateLimited] as const,
});
export const CounterExchangeResult = createUnionType({
  name: 'CounterExchangeResult',
  description: 'What `counterExchange` answers.',
  types: () => [Exchange, NotFound, InvalidInput, ItemUnavailable, WrongState] as const,
});
export const ExchangeActionResult = createUnionType({
  name: 'ExchangeActionResult',
  description: 'What `acceptExchange`, `declineExchange`, `cancelExchange` and `confirmHandover` answer.',
  types: () => [Exchange, NotFound, ItemUnavailable, WrongState] as const,
});
