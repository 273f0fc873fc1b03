import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { changeOf } from '../../../common/changes';
import type { Role } from '../../../common/auth/role';
import { notFound } from '../../../common/errors/domain-error';
import { type ExpectedVersions, isStale } from '../../../common/http/entity-tag';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { OutgoingMails } from '../../mail';
import { type NewUser, normaliseEmail, type User, type UserProfile } from '../domain/user';
import { lastAdmin, noOfficial, staleUser } from '../domain/user.errors';
import { ACCOUNT_DELETED, type AccountDeleted } from '../domain/user.events';
import { isLastAdmin, mayHaveAgency } from '../domain/user.policy';
import type { UserFilter } from '../domain/user-search';
import { UsersReadModel } from '../persistence/users.read-model';
import { type UserChanges, UsersRepository, type UserWithPassword } from '../persistence/users.repository';

export type ProfileChanges = Partial<UserProfile>;
/** The agency is for administrators to change. */
export type AccountChanges = ProfileChanges & Partial<Pick<User, 'agencyId'>>;

const subjectOf = (id: string) => ({ type: 'user', id }) as const;

type Placed = Pick<User, 'agencyId'>;

/** What somebody may do is nothing personal: it stays readable when everybody who took part is erased. */
const movesOf = (from: Placed, to: Placed) => ({ fromAgencyId: from.agencyId, toAgencyId: to.agencyId });

/** Accounts. Every change joins the open transaction, or has one of its own. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly readModel: UsersReadModel,
    private readonly audit: AuditLog,
    private readonly mails: OutgoingMails,
    private readonly events: EventEmitter2,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `email-taken` when the address, in any letter case, has an account. */
  create(user: NewUser): Promise<User> {
    return this.users.insert({ ...user, email: normaliseEmail(user.email) }, this.clock.now());
  }

  /** @throws DomainError `not-found` */
  async get(id: string): Promise<User> {
    const user = await this.users.findById(id);
    if (!user) throw notFound('user');
    return user;
  }

  find(id: string): Promise<User | null> {
    return this.users.findById(id);
  }

  search(filter: UserFilter, slice: Slice): Promise<Found<User>> {
    return this.readModel.search(filter, slice);
  }

  findForLogin(email: string): Promise<UserWithPassword | null> {
    return this.users.findForLogin(normaliseEmail(email));
  }

  /** Undefined without such an account. */
  findPasswordHash(id: string): Promise<string | undefined> {
    return this.users.findPasswordHash(id);
  }

  /** @throws DomainError `not-found` */
  async changePasswordHash(id: string, passwordHash: string): Promise<void> {
    if (!(await this.users.changePasswordHash(id, passwordHash, this.clock.now()))) throw notFound('user');
  }

  /** The same password, hashed anew. False, and nothing is done, when the stored hash is no longer the `known` one. */
  renewPasswordHash(id: string, known: string, renewed: string): Promise<boolean> {
    return this.users.renewPasswordHash(id, known, renewed);
  }

  /**
   * Changes what is given and leaves the rest. `expected` are the versions the caller is content with. Audited.
   * @throws DomainError `not-found`, `stale`; `validation-failed` for an agency of nobody's or of somebody who is no official
   */
  changeProfile(id: string, changes: AccountChanges, expected?: ExpectedVersions): Promise<User> {
    return this.unitOfWork.run(async () => {
      const user = await this.hold(id, expected);
      if (changes.agencyId && !mayHaveAgency(user)) throw noOfficial();
      const change = changeOf(user, changes);
      if (!change) return user;
      const { agencyId = user.agencyId } = changes;
      const details = agencyId === user.agencyId ? {} : movesOf(user, { agencyId });
      await this.audit.record({ action: 'account.updated', subject: subjectOf(id), ...change, details });
      return this.update(id, changes);
    });
  }

  /** The new address is unproved until its link was used. @throws DomainError `not-found`, `email-taken` */
  changeEmail(id: string, newEmail: string): Promise<User> {
    const email = normaliseEmail(newEmail);
    return this.unitOfWork.run(async () => {
      const user = await this.hold(id);
      return user.email === email ? user : this.update(id, { email, isVerified: false });
    });
  }

  /** Only while the address is still this one; answers whether it is. */
  markVerified(id: string, email: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const user = await this.users.hold(id);
      if (user?.email !== normaliseEmail(email)) return false;
      if (!user.isVerified) await this.update(id, { isVerified: true });
      return true;
    });
  }

  /** Acts on the next request of the person. Audited. @throws DomainError `not-found`, `stale`, `last-admin` */
  setActive(id: string, isActive: boolean, expected?: ExpectedVersions): Promise<User> {
    return this.unitOfWork.run(async () => {
      const admins = await this.users.holdActiveAdmins();
      const user = await this.hold(id, expected);
      if (!isActive && isLastAdmin(id, admins)) throw lastAdmin();
      if (user.isActive === isActive) return user;
      const action = isActive ? 'account.activated' : 'account.deactivated';
      await this.audit.record({ action, subject: subjectOf(id) });
      return this.update(id, { isActive });
    });
  }

  /**
   * Acts on the next request of the person. Officials keep their agency unless another one is given; all other roles have
   * none. Audited. @throws DomainError `not-found`, `stale`, `last-admin`; `validation-failed` as `changeProfile`
   */
  changeRole(id: string, role: Role, agencyId?: string, expected?: ExpectedVersions): Promise<User> {
    return this.unitOfWork.run(async () => {
      const admins = await this.users.holdActiveAdmins();
      const user = await this.hold(id, expected);
      if (role !== 'admin' && isLastAdmin(id, admins)) throw lastAdmin();
      if (agencyId && !mayHaveAgency({ role })) throw noOfficial();
      const before = { role: user.role, agencyId: user.agencyId };
      const after = { role, agencyId: mayHaveAgency({ role }) ? (agencyId ?? user.agencyId) : null };
      if (!changeOf(before, after)) return user;
      const details = { fromRole: user.role, toRole: role, ...movesOf(before, after) };
      await this.audit.record({ action: 'account.role-changed', subject: subjectOf(id), before, after, details });
      return this.update(id, after);
    });
  }

  /**
   * Erases a person: the account with everything that belongs to it, mails too, and the key under which the audit log holds
   * personal values. All in one transaction, so that nothing stays behind. Audited.
   * @throws DomainError `not-found`, `stale`, `last-admin`
   */
  delete(id: string, expected?: ExpectedVersions): Promise<void> {
    return this.unitOfWork.run(async () => {
      const admins = await this.users.holdActiveAdmins();
      const user = await this.users.holdForDeletion(id);
      if (!user) throw notFound('user');
      if (isStale(user.version, expected)) throw staleUser();
      if (isLastAdmin(id, admins)) throw lastAdmin();
      const deleted: AccountDeleted = { userId: id };
      await this.events.emitAsync(ACCOUNT_DELETED, deleted);
      await this.mails.erase(id, [user.email]);
      await this.users.delete(id);
      await this.audit.record({ action: 'account.deleted', subject: subjectOf(id), details: { role: user.role } });
      await this.unitOfWork.beforeCommit(() => this.audit.forget(id));
    });
  }

  private async hold(id: string, expected?: ExpectedVersions): Promise<User> {
    const user = await this.users.hold(id);
    if (!user) throw notFound('user');
    if (isStale(user.version, expected)) throw staleUser();
    return user;
  }

  private async update(id: string, changes: UserChanges): Promise<User> {
    await this.users.update(id, changes, this.clock.now());
    return this.get(id);
  }
}
