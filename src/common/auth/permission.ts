import type { Principal } from './principal';
import type { Role } from './role';

/** Everything a handler may demand. Named `<thing>:<act>`; written into the OpenAPI document of each operation. */
export const Permission = {
  AccountRead: 'account:read',
  AccountUpdate: 'account:update',
  AccountDelete: 'account:delete',
  SecondFactorManage: 'second-factor:manage',
  SessionManage: 'session:manage',
  BusinessRead: 'business:read',
  BusinessCreate: 'business:create',
  BusinessUpdate: 'business:update',
  BusinessDelete: 'business:delete',
  BusinessExport: 'business:export',
  BusinessVerify: 'business:verify',
  BusinessClaimRead: 'business-claim:read',
  BusinessClaimDecide: 'business-claim:decide',
  MatchRead: 'match:read',
  EligibilityRead: 'eligibility:read',
  OpportunityMatchesRead: 'opportunity:read-matches',
  UserRead: 'user:read',
  UserUpdate: 'user:update',
  UserDelete: 'user:delete',
  UserRoleUpdate: 'user:update-role',
  AgencyRead: 'agency:read',
  AgencyManage: 'agency:manage',
  AuditLogRead: 'audit-log:read',
  ImportRead: 'import:read',
  ImportStart: 'import:start',
  RematchStart: 'rematch:start',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

/** What people need to look after their own account, and to leave. */
const ownAccount: readonly Permission[] = [
  Permission.AccountRead,
  Permission.AccountUpdate,
  Permission.AccountDelete,
  Permission.SecondFactorManage,
  Permission.SessionManage,
];

const viewer: readonly Permission[] = [...ownAccount, Permission.BusinessRead];

const businessOwner: readonly Permission[] = [
  ...viewer,
  Permission.BusinessCreate,
  Permission.BusinessUpdate,
  Permission.BusinessDelete,
  Permission.BusinessClaimRead,
  Permission.MatchRead,
  Permission.EligibilityRead,
];

const governmentOfficial: readonly Permission[] = [...viewer, Permission.OpportunityMatchesRead];

/** What each role may do. Whose row and which agency's is decided by the policies of the modules, not here. */
export const permissionsOf: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set(viewer),
  business_owner: new Set(businessOwner),
  government_official: new Set(governmentOfficial),
  admin: new Set(Object.values(Permission)),
};

const ownAccountOnly: ReadonlySet<Permission> = new Set(ownAccount);

/** Whether this person's role holds the permission. */
export const mayDo = ({ role }: Pick<Principal, 'role'>, permission: Permission): boolean =>
  permissionsOf[role].has(permission);

/** Whoever has yet to set up the second factor that the role demands may look after the own account and nothing else. */
export const needsSecondFactorFirst = (
  { mustEnrolSecondFactor }: Pick<Principal, 'mustEnrolSecondFactor'>,
  permission: Permission,
): boolean => mustEnrolSecondFactor && !ownAccountOnly.has(permission);
