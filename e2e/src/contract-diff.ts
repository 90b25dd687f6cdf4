import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

const isOwn = ({ name }: GraphQLNamedType): boolean => !name.startsWith('__');

/** What the contract promises and `served` lacks or says differently, as `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE` or `Union = Member`. */
export function findContractGaps(contract: GraphQLSchema, served: GraphQLSchema): string[] {
  return Object.values(contract.getTypeMap())
    .filter(isOwn)
    .flatMap((promised) => {
      const type = served.getType(promised.name);
      return type && type.constructor === promised.constructor ? compareType(promised, type) : [promised.name];
    });
}

function compareType(promised: GraphQLNamedType, type: GraphQLNamedType): string[] {
  const { name } = promised;
  if (isEnumType(promised) && isEnumType(type)) {
    return promised.getValues().filter((value) => !type.getValue(value.name)).map((value) => `${name}.${value.name}`);
  }
  if (isUnionType(promised) && isUnionType(type)) {
    const members = new Set(type.getTypes().map((member) => member.name));
    return promised.getTypes().filter((member) => !members.has(member.name)).map((member) => `${name} = ${member.name}`);
  }
  if (isInputObjectType(promised) && isInputObjectType(type)) {
    return Object.values(promised.getFields()).filter((field) => !isSameInput(field, type.getFields()[field.name])).map((field) => `${name}.${field.name}`);
  }
  if ((isObjectType(promised) || isInterfaceType(promised)) && (isObjectType(type) || isInterfaceType(type))) {
    const implemented = new Set(type.getInterfaces().map((one) => one.name));
    const missing = promised.getInterfaces().filter((one) => !implemented.has(one.name)).map((one) => `${name} implements ${one.name}`);
    return [...missing, ...Object.values(promised.getFields()).flatMap((field) => compareField(name, field, type.getFields()[field.name]))];
  }
  return [];
}

function compareField(typeName: string, promised: GraphQLField<unknown, unknown>, field: GraphQLField<unknown, unknown> | undefined): string[] {
  const path = `${typeName}.${promised.name}`;
  if (!field || String(field.type) !== String(promised.type)) return [path];
  return promised.args.filter((argument) => !isSameInput(argument, field.args.find(({ name }) => name === argument.name))).map(({ name }) => `${path}(${name})`);
}

function isSameInput(promised: GraphQLArgument | GraphQLInputField, given: GraphQLArgument | GraphQLInputField | undefined): boolean {
  return given !== undefined && String(given.type) === String(promised.type) && JSON.stringify(given.defaultValue) === JSON.stringify(promised.defaultValue);
}

/** Every type, field, argument and enum value of the schema that has no description. */
export function findUndescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isOwn)
    .filter(({ name }) => !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name))
    .flatMap((type) => {
      const parts: { path: string; description: string | null | undefined }[] = [];
      parts.push({ path: type.name, description: type.description });
      if (isEnumType(type)) parts.push(...type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, description })));
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          parts.push({ path: `${type.name}.${field.name}`, description: field.description });
          const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
          parts.push(...args.map(({ name, description }) => ({ path: `${type.name}.${field.name}(${name})`, description })));
        }
      }
      return parts.filter(({ description }) => !description).map(({ path }) => path);
    });
}
