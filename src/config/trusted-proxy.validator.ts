import { isIP } from 'node:net';
import { Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

/** Names that Express knows for networks of its own machine, link and site. */
const NAMED_NETWORKS: ReadonlySet<unknown> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };
const ADDRESS_OR_NETWORK = /^([0-9a-f:.]+)(?:\/([1-9]\d{0,2}))?$/i;

@ValidatorConstraint({ name: 'trustedProxy' })
class AddressOrNetwork implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (NAMED_NETWORKS.has(value)) return true;
    const [, address = '', prefix = '1'] = ADDRESS_OR_NETWORK.exec(String(value)) ?? [];
    return Number(prefix) <= (BITS[isIP(address)] ?? 0);
  }

  defaultMessage(): string {
    return 'must hold IP addresses or networks such as 10.0.0.5 or 10.0.0.0/24, or the names loopback, linklocal, uniquelocal; whoever trusts any sender lets every client choose its own address';
  }
}

/** A list of proxies, each named by where it is: a number of hops or `true` would believe what clients invent. */
export const TrustedProxies = (): PropertyDecorator => Validate(AddressOrNetwork, { each: true });
