import { z } from 'zod';
import { filterAsyncIterator } from '@secondlife/platform/live/async-iterator';
import { openSignals } from '@secondlife/platform/live/signals';
import { MOST_COUNTED, readCursor, requirePageSize, toForwardPage } from '@secondlife/platform/values/page';
import { forbid, requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { Item } from '../item/item.stub.js';
import { User } from '../user/user.stub.js';
import { toUserChannel, type ExchangeHint } from './change.js';
import { Exchange } from './exchange.entity.js';
import type { RevisionKey } from './exchange.loaders.js';
import { ExchangeConnection, ExchangeLeg, RevisionLeg } from './exchange.types.js';
import type { ExchangeStatus } from './exchange-status.js';
import { isParticipant } from './leg.service.js';
import { toParticipantIds } from './people.js';

/** The exchange, for those who take part and for services that ask in their own name; null for all others. */
export async function findExchange({ viewer, loaders }: Context, id: string): Promise<Exchange | null> {
  const exchange = await loaders.exchange.load(id);
  if (!exchange || viewer.service !== null) return exchange;
  const participantIds = toParticipantIds(await loaders.legs.load(exchange.id));
  return viewer.userId && participantIds.includes(viewer.userId) ? exchange : null;
}

export interface ListOptions {
  statuses: ExchangeStatus[] | null;
  first: number;
  after: string | null;
}

const MINE = 'exchange.id IN (SELECT exchange_id FROM exchange_leg WHERE giver_id = :viewerId UNION SELECT exchange_id FROM exchange_leg WHERE receiver_id = :viewerId)';
const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** The viewer's exchanges in one of the states (all, when null), newest change first. They are counted only when that is asked for. */
export async function listExchanges(context: Context, { statuses, first, after }: ListOptions): Promise<ExchangeConnection> {
  const viewerId = requireUserId(context);
  const size = requirePageSize(first);
  const all = context.db.createQueryBuilder(Exchange, 'exchange').where(MINE, { viewerId });
  if (statuses) all.andWhere('exchange.status = ANY(:statuses)', { statuses });

  const page = all.clone().orderBy('exchange.updatedAt', 'DESC').addOrderBy('exchange.id', 'DESC').limit(size + 1);
  if (after !== null) {
    const [updatedAt, id] = readCursor(after, cursorShape);
    page.andWhere('(exchange.updatedAt, exchange.id) < (:updatedAt, :id)', { updatedAt: new Date(updatedAt), id });
  }
  const rows = await page.getMany();

  const count = async () => {
    const [sql, parameters] = all.clone().select('1').limit(MOST_COUNTED).getQueryAndParameters();
    const [counted]: { count: number }[] = await context.db.query(`SELECT count(*)::integer AS count FROM (${sql}) AS counted`, parameters);
    return counted!.count;
  };
  return new ExchangeConnection(toForwardPage(rows, size, after, ({ updatedAt, id }) => [updatedAt.toISOString(), id]), count);
}

/** The legs with what is given in each. */
export async function findLegs(context: Context, exchange: Exchange): Promise<ExchangeLeg[]> {
  const [legs, given] = await Promise.all([context.loaders.legs.load(exchange.id), findRevisionLegs(context, exchange)]);
  return legs.map(({ handedOverAt }, index) => Object.assign(new ExchangeLeg(), given[index], { handedOverAt }));
}

/** The legs, in order, with what is given in each by one revision. */
export async function findRevisionLegs({ loaders }: Context, revision: RevisionKey): Promise<RevisionLeg[]> {
  const [legs, items] = await Promise.all([loaders.legs.load(revision.id), loaders.items.load(revision)]);
  return legs.map(({ giverId, receiverId }) =>
    Object.assign(new RevisionLeg(), {
      giver: new User(giverId),
      receiver: new User(receiverId),
      items: items.filter((item) => item.giverId === giverId).map(({ itemId }) => new Item(itemId)),
    }),
  );
}

/** A hint for each change of the viewer's exchanges from now on, or of that one; FORBIDDEN when they take no part in it. */
export async function watchExchanges(context: Context, exchangeId: string | null): Promise<AsyncIterableIterator<ExchangeHint>> {
  const viewerId = requireUserId(context);
  if (exchangeId !== null && !(await isParticipant(context.db, exchangeId, viewerId))) forbid(context);
  const signals = await openSignals<ExchangeHint>({ pubsub: context.pubsub, channel: toUserChannel(viewerId) });
  if (exchangeId === null) return signals;
  const wanted = exchangeId.toLowerCase();
  return filterAsyncIterator(signals, (hint) => hint.exchangeId === wanted);
}
