import type { GraphQLError } from 'graphql';
import { codedError } from '@secondlife/platform/error-code';
import type { OperationLimits } from './operation-limit-settings.js';

/** A limit that an operation passes. */
export type LimitName = keyof OperationLimits;

const SAID: Record<LimitName, (limit: number) => string> = {
  textLength: (limit) => `A document may have ${limit} characters.`,
  tokens: (limit) => `A document may have ${limit} tokens.`,
  depth: (limit) => `Fields may be nested ${limit} deep.`,
  introspectionDepth: (limit) => `Fields of an introspection may be nested ${limit} deep.`,
  aliases: (limit) => `A document may have ${limit} aliases.`,
  rootFields: (limit) => `An operation may have ${limit} fields at its root.`,
  expandedFields: (limit) => `An operation may have ${limit} fields, those of its fragments included.`,
  repeats: (limit) => `A field may be selected ${limit} times in one place.`,
  comparisons: (limit) => `Fields of one name in one place may make ${limit} pairs.`,
  fragments: (limit) => `A document may have ${limit} fragments.`,
  directives: (limit) => `A document may have ${limit} directives.`,
  directivesInOnePlace: (limit) => `One place may have ${limit} directives.`,
  unknownDirectives: (limit) => `A document may have ${limit} directives that are not known here.`,
  listSize: (limit) => `A list may be asked for ${limit} entries.`,
  variableValues: (limit) => `An operation may have ${limit} values in its variables.`,
  inputDepth: (limit) => `Lists and objects of the input may be nested ${limit} deep.`,
};

/** The refusal: OPERATION_TOO_COMPLEX, naming the limit and its number and nothing of the schema. */
export const toLimitError = (name: LimitName, limits: OperationLimits): GraphQLError => codedError('OPERATION_TOO_COMPLEX', SAID[name](limits[name]));
