import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { TrustProxy } from '@secondlife/platform/http/http-server';
import { toAddressKey } from './address-key.js';

/** Finds a client's address as Fastify does, the peer's or what the proxies that are trusted say of it; under it the client is counted. */
export function createAddressFinder(trustProxy: TrustProxy): (request: IncomingMessage) => string {
  const addresses = typeof trustProxy === 'string' ? trustProxy.split(',').map((address) => address.trim()) : [];
  const isTrusted = typeof trustProxy === 'string' ? proxyAddress.compile(addresses) : () => trustProxy;
  return (request) => toAddressKey(proxyAddress(request, isTrusted));
}
