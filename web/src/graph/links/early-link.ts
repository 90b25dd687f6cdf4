import { ApolloLink } from '@apollo/client';
import { from, mergeMap, of } from 'rxjs';
import type { Early, EarlyOperation } from '../../early/begin';

/** What was asked for at the beginning of a page is of no use later, in milliseconds from there. */
const FRESH_MS = 15_000;

const isFor = (asked: EarlyOperation, operation: ApolloLink.Operation): boolean =>
  asked.operationName === operation.operationName && Object.entries(asked.variables).every(([name, value]) => operation.variables[name] === value);

/** Answers a query, once, with what the page asked for before its scripts were there; all else goes on to the graph. */
export const createEarlyLink = (early: Early | undefined): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const at = early?.asked.findIndex((asked) => isFor(asked.operation, operation)) ?? -1;
    const [asked] = at < 0 ? [] : early!.asked.splice(at, 1);
    if (!asked || performance.now() > FRESH_MS) return forward(operation);
    return from(asked.answer).pipe(mergeMap((answer) => (answer?.data && !answer.errors ? of({ data: answer.data }) : forward(operation))));
  });
