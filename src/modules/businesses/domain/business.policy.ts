import type { Principal } from '../../../common/auth/principal';
import type { Business } from './business';

type Owned = Pick<Business, 'ownerId'>;

/** The owner and administrators. Everybody else reads the public view and changes nothing. */
export const mayChange = (actor: Principal, business: Owned): boolean =>
  actor.role === 'admin' || business.ownerId === actor.userId;

/** Who sees figures that competitors would like to know: revenue, headcount, licences, legacy numbers. */
export const maySeePrivateFields = mayChange;

/** Whether this person may know that there is such a profile. */
export const maySee = (reader: Principal, business: Pick<Business, 'ownerId' | 'visibility'>): boolean =>
  business.visibility === 'public' || mayChange(reader, business);
