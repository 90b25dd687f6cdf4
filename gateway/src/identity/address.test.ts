import type { IncomingMessage } from 'node:http';
import { createAddressFinder } from './address.js';

const request = (peer: string, forwarded?: string) =>
  ({ headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) }, socket: { remoteAddress: peer }, connection: { remoteAddress: peer } }) as unknown as IncomingMessage;

it.each([
  ['nobody is trusted', false, '10.0.0.1', '10.0.0.1'],
  ['everybody is trusted', true, '10.0.0.1', '203.0.113.9'],
  ['the peer is a trusted proxy', '10.0.0.0/8', '10.0.0.1', '198.51.100.7'],
  ['the peer is no trusted proxy', '192.168.1.1, 10.9.0.0/16', '10.0.0.1', '10.0.0.1'],
])('finds a client’s address when %s', (_, trustProxy, peer, expected) => {
  expect(createAddressFinder(trustProxy)(request(peer, '203.0.113.9, 198.51.100.7'))).toBe(expected);
});
