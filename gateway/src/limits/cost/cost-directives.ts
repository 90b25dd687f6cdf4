import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type GraphQLSchema } from 'graphql';

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Entries where no slicing argument says how many; null when only they can. */
  assumedSize: number | null;
  /** Arguments that say how many, or paths into one (`input.first`). */
  slicingArguments: readonly string[];
  /** Fields of the returned object whose lists are meant; none: the field's own list. */
  sizedFields: readonly string[];
}

/** Reads `@cost` and `@listSize` off definitions, under the names that this schema has for them. */
export interface CostDirectives {
  /** The weight of a definition; null without `@cost`. */
  readWeight(definition: Definition): number | null;
  readListSize(definition: Definition): ListSize | null;
}

/** What carries directives: a type, field, argument or input field of graphql-js. */
export interface Definition {
  astNode?: WithDirectives | null | undefined;
  extensionASTNodes?: readonly WithDirectives[];
}
interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

const COST_SPEC = /^https:\/\/specs\.apollo\.dev\/(cost|federation)\/v/u;

/**
 * Finds the names in the schema's `@link`s (https://specs.apollo.dev/link/v1.0), where an import may rename them, and takes the plain
 * ones where nothing is linked. Needs a schema that was built from SDL, so that its definitions have their AST.
 */
export function createCostDirectives(schema: GraphQLSchema): CostDirectives {
  const names = findNames(schema);

  const read = (definition: Definition, name: string): Record<string, unknown> | null => {
    const nodes = [definition.astNode, ...(definition.extensionASTNodes ?? [])];
    const found = nodes.flatMap((node) => node?.directives ?? []).find((directive) => directive.name.value === name);
    return found ? toArguments(found) : null;
  };

  return {
    readWeight(definition) {
      const found = read(definition, names.cost);
      // Text is how IBM's specification has it; Apollo's has an Int.
      const weight = found ? Number(found['weight']) : NaN;
      return Number.isFinite(weight) ? weight : null;
    },
    readListSize(definition) {
      const found = read(definition, names.listSize);
      if (!found) return null;
      const { assumedSize, slicingArguments, sizedFields } = found;
      return { assumedSize: typeof assumedSize === 'number' ? assumedSize : null, slicingArguments: toTexts(slicingArguments), sizedFields: toTexts(sizedFields) };
    },
  };
}

function findNames(schema: GraphQLSchema): { cost: string; listSize: string } {
  const nodes = [schema.astNode, ...schema.extensionASTNodes];
  for (const directive of nodes.flatMap((node) => node?.directives ?? [])) {
    const { url, as, import: imports } = toArguments(directive);
    const [, feature] = (typeof url === 'string' && COST_SPEC.exec(url)) || [];
    if (directive.name.value !== 'link' || feature === undefined) continue;
    const prefix = typeof as === 'string' ? as : feature;
    const imported = toImports(imports);
    return {
      // A feature's directive of the feature's own name needs no prefix.
      cost: imported.get('@cost') ?? (feature === 'cost' ? prefix : `${prefix}__cost`),
      listSize: imported.get('@listSize') ?? `${prefix}__listSize`,
    };
  }
  return { cost: 'cost', listSize: 'listSize' };
}

/** Names here, without `@`, by names there. */
function toImports(imports: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of Array.isArray(imports) ? (imports as unknown[]) : []) {
    const { name, as = name } = typeof entry === 'string' ? { name: entry } : (entry as { name: string; as?: string });
    found.set(name, as.replace(/^@/u, ''));
  }
  return found;
}

const toArguments = ({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, value.kind === Kind.ENUM ? value.value : valueFromASTUntyped(value)]));

const toTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
