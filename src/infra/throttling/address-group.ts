import ipaddr from 'ipaddr.js';

/** `address`: one subscriber. `network`: what one provider or office usually hands out together. */
export type AddressGroup = 'address' | 'network';

/** One subscriber gets a whole IPv6 /64 at least and may use any address of it; often a /56. */
const PREFIX_BYTES: Readonly<Record<AddressGroup, Readonly<Record<'ipv4' | 'ipv6', number>>>> = {
  address: { ipv4: 4, ipv6: 8 },
  network: { ipv4: 3, ipv6: 7 },
};

/** The same text for all addresses of a group; an IPv4 address written as IPv6 is an IPv4 address. */
export const groupOf = (address: string, by: AddressGroup): string => {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const kind = parsed.kind();
  return `${kind}:${parsed.toByteArray().slice(0, PREFIX_BYTES[by][kind]).join('.')}`;
};
