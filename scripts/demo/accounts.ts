import type { Role } from '../../src/common/auth/role';

export const DEMO_PASSWORD = 'Demo-Utah-2026!';

export interface DemoAccount {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
}

export const OWNER = 'owner@demo.test';

/** One account for each kind of people. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@demo.test', firstName: 'Alma', lastName: 'Admin', role: 'admin' },
  { email: 'official@demo.test', firstName: 'Omar', lastName: 'Official', role: 'government_official' },
  { email: OWNER, firstName: 'Olivia', lastName: 'Owner', role: 'business_owner' },
  { email: 'viewer@demo.test', firstName: 'Vera', lastName: 'Viewer', role: 'viewer' },
];
