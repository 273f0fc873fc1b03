import type { ApiClient } from './api-client';

let businesses = 0;

/** A profile as a client sends it, of a firm that nobody described before in this file. */
export const aProfile = (given: object = {}): { readonly companyName: string } => ({
  companyName: `Wasatch Network Works ${(businesses += 1)}`,
  ...given,
});

/** An IT firm in Salt Lake City that says everything about itself. */
export const aFullProfile = (given: object = {}): { readonly companyName: string } =>
  aProfile({
    dbaName: 'Wasatch Networks',
    ueiNumber: 'ZQGGHJH74DW7',
    dunsNumber: '123456789',
    stateLicenseNumber: 'UT-4711',
    description: 'Network equipment, switches and routers, installed and kept running.',
    websiteUrl: 'https://wasatch.example.com',
    businessType: 'LLC',
    employeeCount: 12,
    annualRevenue: 2_500_000.5,
    zipCode: '84101',
    samRegistration: { status: 'active', expiresOn: '2027-03-31' },
    excluded: false,
    naicsCodes: [{ code: '541512', isPrimary: true }, { code: '541519' }],
    pscCodes: [{ code: 'DA01' }],
    certifications: [{ program: 'hubzone', status: 'active', validFrom: '2025-01-01', expiresOn: '2028-01-01' }],
    services: [{ title: 'Network installation', description: 'Switches and routers for offices.' }],
    pastPerformance: [{ title: 'Switches for Hill Air Force Base', department: 'DEPT OF DEFENSE', valueUsd: 90_000 }],
    ...given,
  });

/** Creates the profile and answers its id. */
export async function createBusiness(owner: ApiClient, profile: object = aProfile()): Promise<string> {
  const { status, body } = await owner.post('/businesses', profile);
  if (status !== 201) throw new Error(`The profile was not created: ${JSON.stringify(body)}`);
  return body.id;
}
