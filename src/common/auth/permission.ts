import type { Role } from './role';

/** Everything a handler may demand. Named `<thing>:<act>`; written into the OpenAPI document of each operation. */
export const Permission = {
  AccountRead: 'account:read',
  BusinessRead: 'business:read',
  BusinessCreate: 'business:create',
  BusinessUpdate: 'business:update',
  BusinessDelete: 'business:delete',
  MatchRead: 'match:read',
  OpportunityMatchesRead: 'opportunity:read-matches',
  ImportRead: 'import:read',
  RematchStart: 'rematch:start',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

const viewer: readonly Permission[] = [Permission.AccountRead, Permission.BusinessRead];

const businessOwner: readonly Permission[] = [
  ...viewer,
  Permission.BusinessCreate,
  Permission.BusinessUpdate,
  Permission.BusinessDelete,
  Permission.MatchRead,
];

const governmentOfficial: readonly Permission[] = [...viewer, Permission.OpportunityMatchesRead];

/** What each role may do. Ownership (whose row) is decided by the policies of the modules, not here. */
export const permissionsOf: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(viewer),
  business_owner: new Set(businessOwner),
  government_official: new Set(governmentOfficial),
  admin: new Set(Object.values(Permission)),
};

export const mayDo = (role: Role, permission: Permission): boolean => permissionsOf[role].has(permission);
