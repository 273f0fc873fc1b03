import { Injectable } from '@nestjs/common';
import { changeOf } from '../../../common/changes';
import { notFound } from '../../../common/errors/domain-error';
import { type ExpectedVersions, isStale } from '../../../common/http/entity-tag';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { type Agency, type AgencyFacts, tidy, tidyFacts, withChanges } from '../domain/agency';
import { departmentMissing, staleAgency } from '../domain/agency.errors';
import { narrowsNothing } from '../domain/agency.policy';
import { AgenciesRepository } from '../persistence/agencies.repository';

const subjectOf = (id: string) => ({ type: 'agency', id }) as const;

/** The agencies whose officials use the hub. Administrators manage them; every change is audited. */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly agencies: AgenciesRepository,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `agency-name-taken`, `validation-failed` for a sub-tier or office code without department */
  create(facts: AgencyFacts): Promise<Agency> {
    const tidied = tidyFacts(facts);
    return this.unitOfWork.run(async () => {
      if (narrowsNothing(tidied)) throw departmentMissing();
      const agency = await this.agencies.insert(tidied, this.clock.now());
      await this.audit.record({ action: 'agency.created', subject: subjectOf(agency.id), after: tidied });
      return agency;
    });
  }

  /** @throws DomainError `not-found` */
  async get(id: string): Promise<Agency> {
    const agency = await this.agencies.findById(id);
    if (!agency) throw notFound('agency');
    return agency;
  }

  find(id: string): Promise<Agency | null> {
    return this.agencies.findById(id);
  }

  /** Whatever the letter case. */
  findByName(name: string): Promise<Agency | null> {
    return this.agencies.findByName(tidy(name));
  }

  /** By name. */
  search(slice: Slice): Promise<Found<Agency>> {
    return this.agencies.search(slice);
  }

  /**
   * Changes what is given and leaves the rest; its officials are limited by it from their next request on.
   * `expected` are the versions the caller is content with.
   * @throws DomainError `not-found`, `stale`, `agency-name-taken`, `validation-failed` as `create`
   */
  update(id: string, changes: Partial<AgencyFacts>, expected?: ExpectedVersions): Promise<Agency> {
    return this.unitOfWork.run(async () => {
      const agency = await this.hold(id, expected);
      const wanted = tidyFacts(withChanges(agency, changes));
      if (narrowsNothing(wanted)) throw departmentMissing();
      const change = changeOf(agency, wanted);
      if (!change) return agency;
      await this.agencies.update(id, wanted, this.clock.now());
      await this.audit.record({ action: 'agency.updated', subject: subjectOf(id), ...change });
      return this.get(id);
    });
  }

  /** @throws DomainError `not-found`, `stale`, `agency-in-use` while officials belong to it */
  delete(id: string, expected?: ExpectedVersions): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { name } = await this.hold(id, expected);
      await this.agencies.delete(id);
      await this.audit.record({ action: 'agency.deleted', subject: subjectOf(id), before: { name } });
    });
  }

  private async hold(id: string, expected: ExpectedVersions): Promise<Agency> {
    const agency = await this.agencies.hold(id);
    if (!agency) throw notFound('agency');
    if (isStale(agency.version, expected)) throw staleAgency();
    return agency;
  }
}
