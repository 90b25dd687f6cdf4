import { GraphQLError, type DocumentNode, type ParseOptions } from 'graphql';
import { tallyDocument } from './document-tally.js';
import { toLimitError, type LimitName } from './limit-breach.js';
import { findBreachOfPlaces } from './merged-selections.js';
import { DEFAULT_OPERATION_LIMITS, type OperationLimits } from './operation-limit-settings.js';
import { findBreachOfVariables } from './variable-limits.js';

export interface OperationLimitsOptions {
  /** Numbers other than `DEFAULT_OPERATION_LIMITS`. */
  limits?: Partial<OperationLimits>;
  /** Directives of the graph's own that operations may carry; default none. */
  knownDirectives?: Iterable<string>;
  /** Arguments that say how long a list is; default `first` and `last`. */
  listArguments?: Iterable<string>;
}

/** Refuses operations that would cost too much before they run. Every refusal is a GraphQLError with code OPERATION_TOO_COMPLEX. */
export interface OperationLimitsCheck {
  limits: Readonly<OperationLimits>;
  /** For graphql-js `parse`, which stops at the limit. Its error then goes through `toRefusal`. */
  parseOptions: ParseOptions;
  /** Before parsing: takes no longer for a long text. */
  checkText(text: string): GraphQLError | null;
  /** What `parse` threw, said as a limit where it was one (tokens; a stack that ended); anything else is given back as it is. */
  toRefusal(error: unknown): unknown;
  /** Between parsing and validation, once for each document; the answer is kept with the document. */
  check(document: DocumentNode): GraphQLError | null;
  /** For each request: variables as the client sent them. `document` must have passed `check`. */
  checkVariables(document: DocumentNode, variables: Readonly<Record<string, unknown>> | null | undefined): GraphQLError | null;
}

const EXECUTABLE_DIRECTIVES = ['skip', 'include', 'defer', 'stream'];
const NO_VARIABLES: ReadonlySet<string> = new Set();

/** How graphql-js says that a document has too many tokens. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/u;

/**
 * The limits of operations, to be checked between parsing and validation, which may itself be made slow. Time grows with the
 * limits, not with the document: an operation that multiplies by its fragments is left where the limit is reached.
 */
export function createOperationLimits({ limits: given = {}, knownDirectives = [], listArguments = ['first', 'last'] }: OperationLimitsOptions = {}): OperationLimitsCheck {
  const limits: Readonly<OperationLimits> = { ...DEFAULT_OPERATION_LIMITS, ...given };
  const tallyOptions = { limits, knownDirectives: new Set([...EXECUTABLE_DIRECTIVES, ...knownDirectives]), listArguments: new Set(listArguments) };
  const listVariablesOf = new WeakMap<DocumentNode, ReadonlySet<string>>();
  const checked = new WeakMap<DocumentNode, LimitName | null>();
  const toError = (breach: LimitName | null) => breach && toLimitError(breach, limits);

  const findBreach = (document: DocumentNode): LimitName | null => {
    const { breach, listVariables } = tallyDocument(document, tallyOptions);
    listVariablesOf.set(document, listVariables);
    return breach ?? findBreachOfPlaces(document, limits);
  };

  const findBreachOnce = (document: DocumentNode): LimitName | null => {
    const known = checked.get(document);
    if (known !== undefined) return known;
    const breach = findBreach(document);
    checked.set(document, breach);
    return breach;
  };

  return {
    limits,
    parseOptions: Number.isFinite(limits.tokens) ? { maxLexicalTokens: limits.tokens } : {},
    checkText: (text) => toError(text.length > limits.textLength ? 'textLength' : null),
    toRefusal(error) {
      if (error instanceof RangeError) return toError('depth');
      return error instanceof GraphQLError && TOO_MANY_TOKENS.test(error.message) ? toError('tokens') : error;
    },
    check: (document) => toError(findBreachOnce(document)),
    checkVariables: (document, variables) => toError(variables ? findBreachOfVariables(variables, listVariablesOf.get(document) ?? NO_VARIABLES, limits) : null),
  };
}
