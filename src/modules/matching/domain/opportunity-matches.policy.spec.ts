import { roles } from '../../../common/auth/role';
import { maySeeMatches } from './opportunity-matches.policy';

const buyer = { department: 'DEPT OF DEFENSE', subTier: 'DEPT OF THE ARMY', officeCode: 'W912XX' };
const own = { department: 'Dept of Defense', subTier: null, officeCode: null };
const other = { department: 'INTERIOR, DEPARTMENT OF THE', subTier: null, officeCode: null };

const whoSees = (agency: typeof own | null): readonly string[] =>
  roles.filter((role) => maySeeMatches({ role }, agency, buyer));

describe('maySeeMatches', () => {
  it('is for officials of the agency that buys, and for administrators', () => {
    expect(whoSees(own)).toEqual(['government_official', 'admin']);
  });

  it('is for administrators alone where the agency is another one, or none', () => {
    expect(whoSees(other)).toEqual(['admin']);
    expect(whoSees(null)).toEqual(['admin']);
  });
});
