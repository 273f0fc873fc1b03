import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUei } from '../../../src/modules/businesses/domain/uei';
import { demoBusinesses, DEMO_OWNER_COMPANY } from './businesses';
import { inventUei } from './uei';

const TODAY = new Date('2026-11-23T18:00:00Z');
const REFERENCE = join(__dirname, '../../../../shared/data/reference');
const businesses = demoBusinesses(TODAY);

const describeWithReference = existsSync(REFERENCE) ? describe : describe.skip;

function column(file: string, pattern: RegExp): Set<string> {
  const lines = readFileSync(join(REFERENCE, file), 'utf8').split('\n');
  return new Set(lines.flatMap((line) => pattern.exec(line)?.[0] ?? []));
}

describe('demo businesses', () => {
  it('are forty Utah firms with distinct names and UEIs', () => {
    expect(businesses).toHaveLength(40);
    expect(new Set(businesses.map(({ companyName }) => companyName.toLowerCase())).size).toBe(40);
    expect(new Set(businesses.map(({ ueiNumber }) => ueiNumber)).size).toBe(40);
    expect(businesses.every(({ companyName }) => companyName.length <= 100)).toBe(true);
  });

  it('have UEIs that pass the published rules', () => {
    for (const { ueiNumber, companyName } of businesses) {
      expect(isUei(ueiNumber)).toBe(true);
      expect(ueiNumber).toBe(inventUei(companyName));
    }
  });

  it('have one primary six-digit NAICS code each and websites under reserved names', () => {
    for (const { naicsCodes, website } of businesses) {
      expect(naicsCodes.filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
      expect(naicsCodes.every(({ code }) => /^\d{6}$/.test(code))).toBe(true);
      expect(website).toMatch(/^https:\/\/[a-z-]+\.(example|test)$/);
    }
  });

  it('cover every certification program and status', () => {
    const certifications = businesses.flatMap((business) => business.certifications);
    expect(new Set(certifications.map(({ program }) => program)).size).toBe(7);
    expect(new Set(certifications.map(({ status }) => status)).size).toBe(6);
  });

  it('give the demo owner a small HUBZone IT firm in Salt Lake City whose certificate is valid today', () => {
    const owner = businesses.find(({ companyName }) => companyName === DEMO_OWNER_COMPANY);
    expect(owner).toMatchObject({
      city: 'Salt Lake City',
      zipCode: '84101',
      naicsCodes: [{ code: '541512', isPrimary: true }, {}, {}, {}],
    });
    const [hubzone] = owner?.certifications ?? [];
    expect(hubzone).toMatchObject({ program: 'hubzone', status: 'active' });
    expect(hubzone?.validFrom && hubzone.validFrom < '2026-11-23').toBe(true);
    expect(hubzone?.expiresOn && hubzone.expiresOn > '2026-11-23').toBe(true);
  });

  it('are the same all through a Utah day', () => {
    expect(demoBusinesses(new Date('2026-11-24T06:59:00Z'))).toEqual(businesses);
    expect(demoBusinesses(new Date('2026-11-24T07:01:00Z'))).not.toEqual(businesses);
  });
});

describeWithReference('demo businesses against the reference tables (needs ../shared/data)', () => {
  it('use only NAICS 2022 codes and real product and service codes', () => {
    const naics = column('naics-2022.csv', /^\d{6}(?=,)/);
    const psc = column('psc.csv', /^[A-Z0-9]{4}(?=,)/);
    const codes = businesses.flatMap((business) => [
      ...business.naicsCodes.map(({ code }) => code),
      ...business.pastPerformance.map(({ naicsCode }) => naicsCode),
    ]);
    expect(codes.filter((code) => !naics.has(code))).toEqual([]);
    expect(businesses.flatMap((business) => business.pscCodes).filter((code) => !psc.has(code))).toEqual([]);
  });

  it('sit where their ZIP codes say, also in rural counties and in Utah County', () => {
    const rows = readFileSync(join(REFERENCE, 'utah-zips.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
    const places = new Map(rows.map(([zip, city, county]) => [zip, { city, county }]));
    for (const { zipCode, city } of businesses)
      expect({ zipCode, city: places.get(zipCode)?.city }).toEqual({ zipCode, city });
    const counties = new Set(businesses.map(({ zipCode }) => places.get(zipCode)?.county));
    for (const county of ['Utah', 'San Juan', 'Kane', 'Daggett', 'Grand']) expect(counties).toContain(county);
  });
});
