import type { FormattedExecutionResult } from 'graphql';
import { maskError } from '@secondlife/platform/error-code';
import type { Logger } from '@secondlife/platform/log';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';

/** Gives what of a result leaves the process: each error masked, with the request's id. */
export type Mask = (result: FormattedExecutionResult, call: SubgraphCall) => FormattedExecutionResult;

/** What is masked goes to the log as it was. */
export const createMask = (log: Logger): Mask => (result, { viewer: { requestId } }) => {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => maskError(error, error, { requestId, log }));
  return { errors, ...('data' in result && { data: result.data }) };
};
