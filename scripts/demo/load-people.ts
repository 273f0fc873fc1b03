import { Clock } from '../../src/common/time/clock';
import { withHub } from '../../src/commands/with-hub';
import { UnitOfWork } from '../../src/infra/database';
import { AuthService } from '../../src/modules/auth';
import { BusinessesService, type NewBusiness } from '../../src/modules/businesses';
import { UsersService } from '../../src/modules/users';
import { DEMO_PASSWORD, demoAccounts, OWNER } from './accounts';
import { DEMO_OWNER_COMPANY, demoBusinesses } from './businesses/businesses';
import type { DemoBusiness } from './businesses/demo-business';

/** Creates the demo's accounts and businesses, all or none; answers whether there was anything to do. */
export const loadPeople = async (): Promise<boolean> =>
  withHub(async (hub) => {
    const users = hub.get(UsersService, { strict: false });
    if (await users.findForLogin(OWNER)) return false;
    const auth = hub.get(AuthService, { strict: false });
    const businesses = hub.get(BusinessesService, { strict: false });
    const today = hub.get(Clock, { strict: false }).now();
    await hub.get(UnitOfWork, { strict: false }).run(async () => {
      const created = new Map<string, string>();
      for (const account of demoAccounts) {
        const person = { ...account, phone: null, companyName: null, isActive: true, isVerified: true };
        created.set(account.email, (await auth.createAccount(person, DEMO_PASSWORD)).id);
      }
      for (const business of demoBusinesses(today)) {
        const ownerId = business.companyName === DEMO_OWNER_COMPANY ? (created.get(OWNER) ?? null) : null;
        await businesses.create(ownerId, toNewBusiness(business));
      }
    });
    return true;
  });

const toNewBusiness = (demo: DemoBusiness): NewBusiness => ({
  companyName: demo.companyName,
  dbaName: demo.dbaName ?? null,
  ueiNumber: demo.ueiNumber,
  dunsNumber: null,
  stateLicenseNumber: null,
  websiteUrl: demo.website,
  description: demo.description,
  businessType: null,
  employeeCount: demo.employeeCount,
  annualRevenue: demo.annualRevenue,
  zipCode: demo.zipCode,
  naicsCodes: demo.naicsCodes,
  pscCodes: demo.pscCodes.map((code) => ({ code })),
  certifications: demo.certifications.map((certification) => ({
    ...certification,
    number: certification.number ?? null,
    validFrom: certification.validFrom ?? null,
    expiresOn: certification.expiresOn ?? null,
  })),
  services: demo.services,
  pastPerformance: demo.pastPerformance.map(({ buyer, subTier: _, ...past }) => ({ ...past, department: buyer })),
});
