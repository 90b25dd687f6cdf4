/** Headers of a client that subgraphs are to have; undefined: none. */
export type PropagatedHeaders = Readonly<Record<string, string>>;

export interface HeaderPicker {
  /** Of a request's headers. */
  pick(headers: Readonly<Record<string, string | string[] | undefined>>): PropagatedHeaders | undefined;
  /** Of a socket: its parameters, by which browsers send what they can't as headers, stand against the headers of its handshake. */
  pickForSocket(headers: Readonly<Record<string, string | string[] | undefined>>, params: Readonly<Record<string, unknown>> | undefined): PropagatedHeaders | undefined;
}

/** Headers that belong to a connection, or that the gateway writes itself. */
const OWN: ReadonlySet<string> = new Set([
  'accept', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-type', 'expect', 'host', 'keep-alive', 'proxy-authenticate', 'proxy-authorization',
  'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'x-request-id', 'traceparent', 'tracestate',
]);

/** Whether a header of that name may be propagated. */
export const mayBePropagated = (name: string): boolean => /^[a-z0-9-]+$/i.test(name) && !OWN.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-websocket');

/** Picks the headers of these names. */
export function createHeaderPicker(propagated: readonly string[]): HeaderPicker {
  const names = propagated.map((name) => name.toLowerCase());
  const pick = (read: (name: string) => unknown): PropagatedHeaders | undefined => {
    let picked: Record<string, string> | undefined;
    for (const name of names) {
      const value = read(name);
      if (typeof value === 'string' && isHeaderValue(value)) (picked ??= {})[name] = value;
    }
    return picked;
  };
  if (names.length === 0) return { pick: () => undefined, pickForSocket: () => undefined };
  return {
    pick: (headers) => pick((name) => headers[name]),
    pickForSocket(headers, params) {
      const byName = new Map(Object.entries(params ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
      return pick((name) => byName.get(name) ?? headers[name]);
    },
  };
}

/** What would end a header and begin another is none. */
const isHeaderValue = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
