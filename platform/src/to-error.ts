import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Apollo Server and graphql-ws write errors out themselves, and take only real ones. Locations are those of `formatted`. */
export function toError({ message, path, locations, extensions }: GraphQLFormattedError): GraphQLError {
  const error = new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
  return locations ? Object.defineProperty(error, 'locations', { value: locations, enumerable: true }) : error;
}
