import { aCertification, aLicence, aStatedBusiness } from '../../../../../test/support/stated-business';
import { expiringOf } from './expiring';

const TODAY = '2026-08-10';
const names: Readonly<Record<string, string>> = { hubzone: 'HUBZone', '8a': '8(a)' };
const expiring = (given: Parameters<typeof aStatedBusiness>[0]) =>
  expiringOf(aStatedBusiness(given), (code) => names[code] ?? code, TODAY);

describe('what expires', () => {
  it.each<[string, number | undefined]>([
    ['2026-05-11', undefined],
    ['2026-05-12', -90],
    ['2026-08-09', -1],
    ['2026-08-10', 0],
    ['2027-02-06', 180],
    ['2027-02-07', undefined],
  ])('looks 90 days back and 180 ahead: %s', (expiresOn, daysLeft) => {
    const found = expiring({ certifications: [aCertification('hubzone', { expiresOn })] });
    expect(found.map((one) => one.daysLeft)).toEqual(daysLeft === undefined ? [] : [daysLeft]);
  });

  it('names certifications, licences and the registration, the earliest end first', () => {
    const found = expiring({
      certifications: [aCertification('hubzone', { expiresOn: '2026-12-01' })],
      licences: [aLicence('B100', { expiresOn: '2026-11-30' })],
      samRegistration: { status: 'active', expiresOn: '2026-08-20', statedOn: TODAY },
    });
    expect(found).toEqual([
      { kind: 'sam-registration', name: 'Registration in SAM.gov', expiresOn: '2026-08-20', daysLeft: 10, id: null },
      { kind: 'licence', name: 'UT licence B100', expiresOn: '2026-11-30', daysLeft: 112, id: 'licence-B100' },
      {
        kind: 'certification',
        name: 'HUBZone',
        expiresOn: '2026-12-01',
        daysLeft: 113,
        id: 'certification-hubzone',
      },
    ]);
  });

  it('passes over what has no end, is not held yet or was left behind', () => {
    const soon = { expiresOn: '2026-09-01' };
    const certifications = [
      aCertification('hubzone', { expiresOn: null }),
      aCertification('8a', { ...soon, status: 'graduated' }),
      aCertification('wosb', { ...soon, status: 'pending' }),
    ];
    expect(expiring({ certifications, licences: [aLicence('B100', { expiresOn: null })] })).toEqual([]);
  });
});
