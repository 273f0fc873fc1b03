import type { ReadBusinessRow } from './business-file';
import { batchesOf } from './import-batches';
import type { ImportedBusiness } from './imported-business';

const firm = (pscCodes: number): ImportedBusiness => ({
  origin: 'csv',
  companyName: 'One',
  ...{ dbaName: null, ueiNumber: null, dunsNumber: null, description: null, websiteUrl: null, businessType: null },
  ...{ employeeCount: null, annualRevenue: null, establishedOn: null, fiscalYearEndMonth: 12 },
  ...{ zipCode: null, state: null, city: null, samRegistration: null, excluded: null },
  samBusinessTypes: [],
  naicsCodes: [],
  pscCodes: Array.from({ length: pscCodes }, (_, index) => String(index)),
  cageCodes: [],
  certifications: [],
});

async function* rowsWith(...entries: readonly number[]): AsyncGenerator<ReadBusinessRow> {
  for (const [index, count] of entries.entries()) {
    yield await Promise.resolve({ row: index + 1, business: firm(count), remarks: [] });
  }
}

const sizes = async (...entries: readonly number[]): Promise<readonly number[]> => {
  const found: number[] = [];
  for await (const batch of batchesOf(rowsWith(...entries), { rows: 3, entries: 10 })) found.push(batch.length);
  return found;
};

describe('batches', () => {
  it('end with the row that reaches a limit, and lose none', async () => {
    expect(await sizes()).toEqual([]);
    expect(await sizes(1, 1, 1, 1)).toEqual([3, 1]);
    expect(await sizes(9, 1, 9, 1)).toEqual([2, 2]);
    expect(await sizes(1, 500, 1)).toEqual([2, 1]);
  });
});
