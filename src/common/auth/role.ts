/** The four kinds of people of the hub. */
export const roles = ['viewer', 'business_owner', 'government_official', 'admin'] as const;
export type Role = (typeof roles)[number];
