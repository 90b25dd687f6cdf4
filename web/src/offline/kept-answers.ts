import { ApolloLink, Observable, type OperationVariables } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { OperationTypeNode } from 'graphql';
import { viewerOf, type Session } from '../session/session';
import { openDatabase } from './database';

/** The newest so many answers are kept. */
const MOST_ANSWERS = 120;

export interface KeptAnswersOptions {
  session: Session;
  getLocale(): string;
}

const toKey = (operationName: string, variables: OperationVariables, locale: string): string => `${operationName} ${locale} ${JSON.stringify(variables)}`;

const isWantOfNetwork = (error: unknown): boolean => error instanceof TypeError || (ServerError.is(error) && error.statusCode >= 500);

async function keep(key: string, viewerId: string, data: unknown): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('answers', 'readwrite');
  await transaction.store.put({ key, viewerId, data, keptAtMs: Date.now() });
  let surplus = (await transaction.store.count()) - MOST_ANSWERS;
  for (let cursor = await transaction.store.index('keptAtMs').openCursor(); cursor && surplus > 0; cursor = await cursor.continue(), surplus -= 1) await cursor.delete();
  await transaction.done;
}

export interface AnswerToKeep {
  operationName: string;
  variables: OperationVariables;
  locale: string;
  viewerId: string;
  /** The whole answer, with `__typename`s. */
  data: unknown;
}

/** Keeps what is known by now in place of a query's last answer, where more has come since by other ways. */
export const keepAnswer = ({ operationName, variables, locale, viewerId, data }: AnswerToKeep): Promise<void> => keep(toKey(operationName, variables, locale), viewerId, data);

async function find(key: string, viewerId: string): Promise<unknown> {
  const found = await (await openDatabase()).get('answers', key);
  return found?.viewerId === viewerId ? found.data : null;
}

/** Forgets what was kept for anyone: the next person at this device sees none of it. */
export async function forgetKeptAnswers(): Promise<void> {
  await (await openDatabase()).clear('answers');
}

/**
 * Keeps each query's last whole answer in IndexedDB, and gives it when the network or the graph fails, with
 * `extensions.isKept`. Pages after the first (`after`, `before`) are not kept.
 */
export function createKeptAnswersLink({ session, getLocale }: KeptAnswersOptions): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { operationType, operationName = '', variables } = operation;
    if (operationType !== OperationTypeNode.QUERY || variables.after || variables.before) return forward(operation);
    const key = toKey(operationName, variables, getLocale());
    const viewerId = viewerOf(session) ?? '';
    return new Observable((sink) => {
      let isOver = false;
      const fallBack = async (error: unknown) => {
        const data = isWantOfNetwork(error) ? await find(key, viewerId).catch(() => null) : null;
        if (isOver) return;
        if (!data) return sink.error(error);
        sink.next({ data: data as Record<string, unknown>, extensions: { isKept: true } });
        sink.complete();
      };
      const inner = forward(operation).subscribe({
        next(result) {
          if (result.data && !('errors' in result && result.errors?.length)) keep(key, viewerId, result.data).catch(() => {});
          sink.next(result);
        },
        error: (error: unknown) => void fallBack(error),
        complete: () => sink.complete(),
      });
      return () => {
        isOver = true;
        inner.unsubscribe();
      };
    });
  });
}
