import {
  OperationTypeNode, doTypesOverlap, getNamedType, isAbstractType, isCompositeType, isLeafType, isUnionType, parse, print, validate,
  type DocumentNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema,
} from 'graphql';
import { createArgumentWriter, type ValuePools } from './generate-arguments.js';
import { createRandom, type Random } from './random.js';

export interface GeneratorOptions {
  /** The same seed gives the same operation. */
  seed: number;
  /** Default: a query. */
  operation?: OperationTypeNode;
  /** Default: whatever an argument's type allows. */
  values?: ValuePools;
  /** How many fields may stand inside one another. Default 4. */
  maxDepth?: number;
}

export interface GeneratedOperation {
  seed: number;
  text: string;
  document: DocumentNode;
  operationName: string;
  variables: Record<string, unknown>;
}

const ATTEMPTS = 20;

type Field = GraphQLField<unknown, unknown>;

/**
 * Makes a valid operation for a schema, out of everything that GraphQL has: aliases (other fields' names among them), fields that are
 * selected twice, inline and named fragments, type conditions, `@skip` and `@include`, arguments by literal and by variable,
 * variables that are left out, `__typename` at every level.
 */
export function generateOperation(schema: GraphQLSchema, options: GeneratorOptions): GeneratedOperation {
  const operationName = `Generated${options.seed}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { text, variables } = writeOperation(schema, options, operationName, createRandom(options.seed * ATTEMPTS + attempt));
    const document = parse(text);
    // Two fields may have been drawn that do not merge.
    if (validate(schema, document).length === 0) return { seed: options.seed, text: print(document), document, operationName, variables };
  }
  throw new Error(`Seed ${options.seed} gives no valid operation in ${ATTEMPTS} attempts.`);
}

function writeOperation(
  schema: GraphQLSchema,
  { operation = OperationTypeNode.QUERY, values = {}, maxDepth = 4 }: GeneratorOptions,
  operationName: string,
  random: Random,
) {
  const rootType = schema.getRootType(operation);
  if (!rootType) throw new Error(`The schema has no ${operation}.`);
  const { writeArguments, writeCondition, writeVariableDefinitions, variables } = createArgumentWriter(random, values);
  const composites = Object.values(schema.getTypeMap()).filter(isCompositeType).filter(({ name }) => !name.startsWith('__'));
  const fragments: { name: string; type: GraphQLCompositeType; text: string }[] = [];
  const argumentsOf = new Map<string, string>();
  const meanings = new Map<string, string>();
  let aliasCount = 0;

  const writeSelectionSet = (type: GraphQLCompositeType, depth: number): string => {
    const selections = Array.from({ length: random.integer(1, 4) }, () => writeSelection(type, depth));
    return `{ ${selections.join(' ')} }`;
  };

  const writeSelection = (type: GraphQLCompositeType, depth: number): string => {
    if (random.chance(0.12)) return `${random.chance(0.3) ? newAlias() : ''}__typename ${writeCondition()}`;
    if (random.chance(isAbstractType(type) ? 0.45 : 0.12)) return writeInlineFragment(type, depth);
    if (random.chance(0.12)) return writeSpread(type, depth);
    return writeField(type, depth);
  };

  const writeField = (type: GraphQLCompositeType, depth: number): string => {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const candidates = depth > 0 ? fields : fields.filter((field) => isLeafType(getNamedType(field.type)));
    if (candidates.length === 0) return '__typename';
    const field = random.pick(candidates);
    const namedType = getNamedType(field.type);
    const selectionSet = isCompositeType(namedType) ? writeSelectionSet(namedType, depth - 1) : '';
    const plain = `${field.name}${commonArguments(type, field)}`;
    if (!random.chance(0.35) && take(field.name, `${plain}: ${String(field.type)}`)) return `${plain} ${writeCondition()} ${selectionSet}`;

    const aliased = `${field.name}${writeArguments(`${type.name}.${field.name}`, field.args)}`;
    const neighbour = random.pick(fields).name;
    const isNeighbours = random.chance(0.3) && take(neighbour, `${aliased}: ${String(field.type)}`);
    return `${isNeighbours ? `${neighbour}: ` : newAlias()}${aliased} ${writeCondition()} ${selectionSet}`;
  };

  /** A field's name means one thing throughout, so that most of what is drawn merges. */
  const take = (responseKey: string, meaning: string): boolean => {
    const taken = meanings.get(responseKey) ?? meaning;
    meanings.set(responseKey, taken);
    return taken === meaning;
  };

  /** Fields without an alias have the same arguments wherever they stand, so that they merge. */
  const commonArguments = (type: GraphQLCompositeType, { name, args }: Field): string => {
    const signature = `${name}(${args.map((argument) => `${argument.name}: ${String(argument.type)}`).join()})`;
    const known = argumentsOf.get(signature) ?? writeArguments(`${type.name}.${name}`, args);
    argumentsOf.set(signature, known);
    return known;
  };

  const newAlias = (): string => {
    aliasCount += 1;
    return `a${aliasCount}: `;
  };

  const overlapping = (type: GraphQLCompositeType): GraphQLCompositeType[] => composites.filter((other) => doTypesOverlap(schema, type, other));

  const writeInlineFragment = (type: GraphQLCompositeType, depth: number): string => {
    const condition = random.chance(0.15) ? undefined : random.pick(overlapping(type));
    return `... ${condition ? `on ${condition.name}` : ''} ${writeCondition()} ${writeSelectionSet(condition ?? type, depth)}`;
  };

  const writeSpread = (type: GraphQLCompositeType, depth: number): string => {
    const fitting = fragments.filter((fragment) => doTypesOverlap(schema, type, fragment.type));
    if (fitting.length > 0 && random.chance(0.5)) return `...${random.pick(fitting).name} ${writeCondition()}`;
    const condition = random.pick(overlapping(type));
    // Its text first: a fragment can spread only those that were finished before it.
    const text = writeSelectionSet(condition, depth);
    const name = `F${fragments.length}`;
    fragments.push({ name, type: condition, text: `fragment ${name} on ${condition.name} ${text}` });
    return `...${name} ${writeCondition()}`;
  };

  /** A subscription has one root field, and no condition on it. */
  const writeSubscription = (): string => {
    const field = random.pick(Object.values(rootType.getFields()));
    const namedType = getNamedType(field.type);
    const selectionSet = isCompositeType(namedType) ? writeSelectionSet(namedType, maxDepth) : '';
    const text = `${random.chance(0.3) ? newAlias() : ''}${field.name}${writeArguments(`${rootType.name}.${field.name}`, field.args)} ${selectionSet}`;
    return random.chance(0.2) ? `{ ... on ${rootType.name} { ${text} } }` : `{ ${text} }`;
  };

  const selectionSet = operation === OperationTypeNode.SUBSCRIPTION ? writeSubscription() : writeSelectionSet(rootType, maxDepth);
  const text = [selectionSet, ...fragments.map((fragment) => fragment.text)].join('\n');
  return { text: `${operation} ${operationName}${writeVariableDefinitions(text)} ${text}`, variables };
}
