import { type AgencyFacts, tidyFacts, withChanges } from './agency';

const hill: AgencyFacts = {
  name: 'Hill Air Force Base',
  level: 'federal',
  department: 'DEPT OF DEFENSE',
  subTier: 'DEPT OF THE AIR FORCE',
  officeCode: null,
};

describe('withChanges', () => {
  it('leaves what is absent', () => {
    expect(withChanges(hill, {})).toEqual(hill);
    expect(withChanges(hill, { name: 'Hill', subTier: undefined })).toEqual({ ...hill, name: 'Hill' });
  });

  it('clears what is null', () => {
    const cleared = { department: null, subTier: null };
    expect(withChanges(hill, cleared)).toEqual({ ...hill, ...cleared });
  });
});

describe('tidyFacts', () => {
  it('has one spelling for different blanks and forms of letters', () => {
    const written = { ...hill, name: ' Hill  Air\tForce Base ', department: 'DEPT  OF DEFENSE' };
    expect(tidyFacts(written)).toEqual(hill);
    expect(tidyFacts({ ...hill, name: 'Can\u0303on City' }).name).toBe('Ca\u00f1on City');
  });
});
