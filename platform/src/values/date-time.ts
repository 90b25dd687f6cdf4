import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/** An instant in UTC as ISO 8601 with milliseconds; graphql-scalars' DateTimeISO under the contract's name. */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant in UTC, as ISO 8601 with milliseconds, such as 2026-11-22T14:38:00.000Z.',
  serialize: (value) => new Date(value as Date | string).toISOString(),
});
