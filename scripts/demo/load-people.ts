import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../../src/common/time/clock';
import { withHub } from '../../src/commands/with-hub';
import { UnitOfWork } from '../../src/infra/database';
import { AgenciesService } from '../../src/modules/agencies';
import { RegistrationService } from '../../src/modules/auth';
import { BusinessesService, type NewBusiness, NOTHING_STATED, utahDay } from '../../src/modules/businesses';
import { UsersService } from '../../src/modules/users';
import { loadAgencies } from './agencies';
import { DEMO_PASSWORD, demoAccounts, OWNER } from './accounts';
import { DEMO_OWNER_COMPANY, demoBusinesses } from './businesses/businesses';
import type { DemoBusiness } from './businesses/demo-business';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Creates what the demo misses of its agencies, accounts and businesses; answers whether that was any account. */
export const loadPeople = async (): Promise<boolean> =>
  withHub((hub) =>
    hub.get(UnitOfWork, { strict: false }).run(async () => {
      const agencyId = await loadAgencies(hub.get(AgenciesService, { strict: false }));
      const created = await createMissingAccounts(hub, agencyId);
      await createBusinesses(hub, created);
      return created.size > 0;
    }),
  );

/** Answers the ids of new accounts by e-mail address. An official who was there before officials had agencies gets one. */
const createMissingAccounts = async (
  hub: INestApplicationContext,
  officialsAgencyId: string,
): Promise<ReadonlyMap<string, string>> => {
  const users = hub.get(UsersService, { strict: false });
  const registration = hub.get(RegistrationService, { strict: false });
  const created = new Map<string, string>();
  for (const account of demoAccounts) {
    const agencyId = account.role === 'government_official' ? officialsAgencyId : null;
    const known = await users.findForLogin(account.email);
    if (known) {
      if (known.role === account.role && !known.agencyId) await users.changeProfile(known.id, { agencyId });
      continue;
    }
    const person = { ...account, agencyId, phone: null, companyName: null, isActive: true, isVerified: true };
    created.set(account.email, (await registration.createAccount(person, DEMO_PASSWORD)).id);
  }
  return created;
};

/** All of them the first time; afterwards only the owner's, where the owner's account was made anew. */
const createBusinesses = async (hub: INestApplicationContext, created: ReadonlyMap<string, string>): Promise<void> => {
  const businesses = hub.get(BusinessesService, { strict: false });
  const isFirstTime = created.size === demoAccounts.length;
  const now = hub.get(Clock, { strict: false }).now();
  const registeredUntil = utahDay(new Date(now.getTime() + YEAR_MS));
  for (const business of demoBusinesses(now)) {
    const ownerId = business.companyName === DEMO_OWNER_COMPANY ? (created.get(OWNER) ?? null) : null;
    if (isFirstTime || ownerId) await businesses.create(ownerId, toNewBusiness(business, registeredUntil));
  }
};

/** Demo firms are registered in SAM.gov, so that what decides about them is what the demo wants to show. */
const toNewBusiness = (demo: DemoBusiness, registeredUntil: string): NewBusiness => ({
  ...NOTHING_STATED,
  companyName: demo.companyName,
  dbaName: demo.dbaName ?? null,
  ueiNumber: demo.ueiNumber,
  websiteUrl: demo.website,
  description: demo.description,
  employeeCount: demo.employeeCount,
  annualRevenue: demo.annualRevenue,
  zipCode: demo.zipCode,
  samRegistration: { status: 'active', expiresOn: registeredUntil },
  excluded: false,
  naicsCodes: demo.naicsCodes.map((code) => ({ ...code, version: '2022', samSize: null })),
  pscCodes: demo.pscCodes.map((code) => ({ code })),
  certifications: demo.certifications.map((certification) => ({
    ...certification,
    number: certification.number ?? null,
    validFrom: certification.validFrom ?? null,
    expiresOn: certification.expiresOn ?? null,
    evidence: null,
  })),
  services: demo.services,
  pastPerformance: demo.pastPerformance.map(({ buyer, subTier: _, ...past }) => ({
    ...past,
    department: buyer,
    contractNumber: null,
    startedOn: null,
    placeState: demo.state,
    placeZipCode: null,
  })),
});
