import type { Principal } from '../../../common/auth/principal';
import type { Business } from './business';

type Owned = Pick<Business, 'ownerId'>;

/** The owner and administrators. Everybody else reads the public view and changes nothing. */
export const mayChange = (actor: Principal, business: Owned): boolean =>
  actor.role === 'admin' || business.ownerId === actor.userId;

/** Who sees figures that competitors would like to know: revenue, headcount, licence, legacy numbers. */
export const maySeePrivateFields = mayChange;
