import { BusinessesService, type NewBusiness, NOTHING_STATED } from '../../src/modules/businesses';
import type { TestHub } from './app';
import { aProfile } from './businesses';
import type { Person } from './people';

type Answer = ReturnType<Person['api']['put']>;

/** A profile as an import leaves it: nobody's. Answers its id. */
export const anUnownedBusiness = async (hub: TestHub, given: Partial<NewBusiness> = {}): Promise<string> => {
  const business = { ...NOTHING_STATED, ...aProfile(), ...given };
  return (await hub.get(BusinessesService).create(null, business)).id;
};

export const claim = (person: Person, businessId: string, body?: object): Answer =>
  person.api.post(`/businesses/${businessId}/claims`, body);

/** Claims the profile and answers the id of the claim. */
export const claimed = async (person: Person, businessId: string): Promise<string> => {
  const { status, body } = await claim(person, businessId, { note: 'It is mine.' });
  if (status !== 201) throw new Error(`The claim was not made: ${JSON.stringify(body)}`);
  return body.id;
};

export const decide = (admin: Person, claimId: string, body: object): Answer =>
  admin.api.put(`/admin/business-claims/${claimId}`, body);

/** Undefined without such a profile. */
export const ownerOfBusiness = async (hub: TestHub, businessId: string): Promise<unknown> => {
  const rows = await hub.query('SELECT owner_id FROM businesses WHERE id = $1', [businessId]);
  return rows[0]?.['owner_id'];
};

export const countRows = async (hub: TestHub, table: string, column: string, value: string): Promise<unknown> => {
  const [row] = await hub.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${column} = $1`, [value]);
  return row?.['count'];
};
