import { Directive } from 'type-graphql';

/** How long a list may be, for the gateway, which estimates what an operation costs. */
export interface ListSizeRule {
  /** Entries, where no argument says how many. */
  assumed?: number;
  /** Arguments that say how many; the largest counts. */
  slicedBy?: readonly string[];
  /** Lists of the returned object that are meant, such as a connection's `edges`; without it the field's own list. */
  of?: readonly string[];
}

/** What a field, type or input field costs, where an object's 1 or a value's nothing is far from it: `@cost` (https://specs.apollo.dev/cost/v0.1). */
export const Cost = (weight: number) => Directive(`@cost(weight: ${weight})`);

/** How long a list is, where ten is far from it: `@listSize` (https://specs.apollo.dev/cost/v0.1). */
export function ListSize({ assumed, slicedBy, of }: ListSizeRule) {
  const given = {
    ...(assumed !== undefined && { assumedSize: assumed }),
    ...(slicedBy && { slicingArguments: slicedBy }),
    ...(of && { sizedFields: of }),
    // None of our lists refuses to be asked for without one.
    ...(slicedBy && { requireOneSlicingArgument: false }),
  };
  const words = Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return Directive(`@listSize(${words.join(', ')})`);
}

/** A Relay connection: `first` and whatever else is given say how many edges there are. */
export const ConnectionSize = ({ slicedBy = ['first'], ...rule }: Omit<ListSizeRule, 'of'> = {}) => ListSize({ ...rule, slicedBy, of: ['edges'] });
