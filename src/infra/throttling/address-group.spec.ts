import { groupOf } from './address-group';

describe('the group of an address', () => {
  it.each([
    ['the same address', 'address', '192.0.2.7', '192.0.2.7'],
    ['an IPv4 address written as IPv6', 'address', '192.0.2.7', '::ffff:192.0.2.7'],
    ['an IPv6 /64', 'address', '2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff'],
    ['an IPv4 /24', 'network', '192.0.2.7', '::ffff:192.0.2.255'],
    ['an IPv6 /56', 'network', '2001:db8:1:ff00::1', '2001:db8:1:ffff::1'],
    ['whatever is no address', 'address', 'unknown', "'; DROP TABLE users"],
  ] as const)('is shared by %s', (_, by, one, other) => {
    expect(groupOf(one, by)).toBe(groupOf(other, by));
  });

  it.each([
    ['address', '192.0.2.7', '192.0.2.8'],
    ['address', '2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['address', '0.0.0.1', '::1'],
    ['network', '192.0.2.7', '192.0.3.7'],
    ['network', '2001:db8:1:fe00::1', '2001:db8:1:ff00::1'],
    ['network', '192.0.2.0', 'c000:200::'],
    ['address', '', '0.0.0.0'],
  ] as const)('by %s is not shared by %s and %s', (by, one, other) => {
    expect(groupOf(one, by)).not.toBe(groupOf(other, by));
  });
});
