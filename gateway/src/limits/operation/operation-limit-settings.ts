/** What one operation may be. Each is a number that may be reached and not passed; `Infinity` lifts a limit. */
export interface OperationLimits {
  /** UTF-16 code units of the document's text, comments included. Default 65,536. */
  textLength: number;
  /** Lexical tokens of the document: what the parser's time grows by. Default 1,000. */
  tokens: number;
  /** Fields inside one another, fragments followed: `{ a { b } }` is 2. Default 16. */
  depth: number;
  /** The same below `__schema` and `__type`; the deepest introspection query of graphql-js has 13. Default 18. */
  introspectionDepth: number;
  /** Fields with an alias in the whole document, `__typename` too. Default 30. */
  aliases: number;
  /** Response keys of an operation's root. Default 20. */
  rootFields: number;
  /** Fields of all operations once each fragment stands where it is spread. Default 1,000. */
  expandedFields: number;
  /** How often one response key may stand in one place of the answer, fragments followed. Default 30. */
  repeats: number;
  /** Pairs of fields that have one response key in one place: what the time of validation grows by. Default 5,000. */
  comparisons: number;
  /** Definitions of fragments in the document. Default 100. */
  fragments: number;
  /** Directives in the whole document. Default 60. */
  directives: number;
  /** Directives on any one part of it: a field, a fragment, an operation, a variable. Default 4. */
  directivesInOnePlace: number;
  /** Directives in the document that are neither `@skip`, `@include`, `@defer` nor `@stream`, or in `knownDirectives`. Default 3. */
  unknownDirectives: number;
  /** What `first` and `last` may be, as a literal or by a variable. Default 1,000. */
  listSize: number;
  /** Values in the variables, counted through lists and objects; and the variables that a document defines. Default 5,000. */
  variableValues: number;
  /** Lists and objects inside one another, in a variable or in an argument. Default 16. */
  inputDepth: number;
}

/** Room for several times what the web app asks, and for every introspection query of graphql-js. */
export const DEFAULT_OPERATION_LIMITS: Readonly<OperationLimits> = {
  textLength: 65_536,
  tokens: 1_000,
  depth: 16,
  introspectionDepth: 18,
  aliases: 30,
  rootFields: 20,
  expandedFields: 1_000,
  repeats: 30,
  comparisons: 5_000,
  fragments: 100,
  directives: 60,
  directivesInOnePlace: 4,
  unknownDirectives: 3,
  listSize: 1_000,
  variableValues: 5_000,
  inputDepth: 16,
};
