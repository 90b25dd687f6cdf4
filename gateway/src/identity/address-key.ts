import ipaddr from 'ipaddr.js';

/** Groups of an IPv6 address that say which network it is in; who has one has all 2^64 addresses of it. */
const NETWORK_GROUPS = 4;

/** Under what an address is counted: IPv4 itself, also where it is mapped into IPv6; of IPv6 its /64. What is no address counts as it is. */
export function toAddressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const { parts } = parsed as ipaddr.IPv6;
  return `${parts.slice(0, NETWORK_GROUPS).map((part) => part.toString(16)).join(':')}::/64`;
}
