/** States, the District of Columbia and territories by postal code (USPS Publication 28, appendix B). */
const STATES = `
  AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,
  DE Delaware, DC the District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois,
  IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts,
  MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada,
  NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota,
  OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina,
  SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington,
  WV West Virginia, WI Wisconsin, WY Wyoming, AS American Samoa, GU Guam,
  MP the Northern Mariana Islands, PR Puerto Rico, VI the Virgin Islands`;

const nameByCode: ReadonlyMap<string, string> = new Map(
  STATES.split(',').map((entry) => [entry.trim().slice(0, 2), entry.trim().slice(3)]),
);

/** As it stands in a sentence; a code without a name stands for itself. */
export const stateName = (code: string): string => nameByCode.get(code) ?? code;
