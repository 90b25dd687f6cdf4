import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { counterExchange } from './counter.service.js';
import { CounterExchangeResult, ExchangeActionResult, ProposeExchangeResult } from './exchange.failures.js';
import { CounterExchangeInput, ProposeExchangeInput } from './exchange.inputs.js';
import { proposeExchange } from './propose.service.js';
import { acceptExchange, cancelExchange, confirmHandover, declineExchange } from './turn.service.js';

const EXCHANGE_ID = { description: 'The exchange’s id.' };

@Resolver()
export class TurnResolver {
  @Mutation(() => ProposeExchangeResult, { description: 'Puts a swap on the table of whom the requested items belong to; they have 7 days to answer.' })
  proposeExchange(
    @Ctx() context: Context,
    @Arg('input', () => ProposeExchangeInput, { description: 'What is offered and asked for.' }) input: ProposeExchangeInput,
  ): Promise<typeof ProposeExchangeResult> {
    return proposeExchange(context, input);
  }

  @Mutation(() => CounterExchangeResult, { description: 'Answers a proposal with another one: a new revision, which the other has 7 days to answer.' })
  counterExchange(
    @Ctx() context: Context,
    @Arg('input', () => CounterExchangeInput, { description: 'What is offered and asked for instead.' }) input: CounterExchangeInput,
  ): Promise<typeof CounterExchangeResult> {
    return counterExchange(context, input);
  }

  @Mutation(() => ExchangeActionResult, {
    description: 'Promises the swap: its items are held for it, and other proposals on them pause. For who did not make the last revision.',
  })
  acceptExchange(
    @Ctx() context: Context,
    @Arg('id', () => ID, EXCHANGE_ID) id: string,
    @Arg('revision', () => Int, { nullable: true, description: 'The one that the viewer has seen; an older one is WrongState. Without it, whichever is current.' })
    revision: number | null = null,
  ): Promise<typeof ExchangeActionResult> {
    return acceptExchange(context, id, revision);
  }

  @Mutation(() => ExchangeActionResult, { description: 'Answers a proposal with no. For who did not make the last revision.' })
  declineExchange(@Ctx() context: Context, @Arg('id', () => ID, EXCHANGE_ID) id: string): Promise<typeof ExchangeActionResult> {
    return declineExchange(context, id);
  }

  @Mutation(() => ExchangeActionResult, { description: 'Calls off: a proposal, for who made the last revision; an accepted exchange, for anyone who takes part.' })
  cancelExchange(@Ctx() context: Context, @Arg('id', () => ID, EXCHANGE_ID) id: string): Promise<typeof ExchangeActionResult> {
    return cancelExchange(context, id);
  }

  @Mutation(() => ExchangeActionResult, { description: 'The viewer says that what they were to receive has been handed over; the last one completes the exchange.' })
  confirmHandover(@Ctx() context: Context, @Arg('id', () => ID, EXCHANGE_ID) id: string): Promise<typeof ExchangeActionResult> {
    return confirmHandover(context, id);
  }
}
