import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import type { Business } from '../domain/business';
import { type AcceptedBusinessRow, isAcceptedBusiness, type ReadBusinessRow } from '../domain/import/business-file';
import { identityOf, independentRows, type KnownProfile, KnownProfiles } from '../domain/import/business-identity';
import {
  type BusinessImportCounts,
  type ImportFinding,
  NOTHING_IMPORTED,
  type RowOutcome,
} from '../domain/import/business-import';
import type { ImportedBusiness } from '../domain/import/imported-business';
import { changeTo, type ProfileChange } from '../domain/import/profile-change';
import { contentAfter, contentOf, type ImportContext } from '../domain/import/profile-content';
import { utahDay } from '../domain/utah-day';
import { BusinessesRepository } from '../persistence/businesses.repository';
import {
  BusinessImportProfilesRepository,
  type ChangedProfile,
  type NewProfile,
} from '../persistence/business-import-profiles.repository';
import { BusinessImportRunsRepository } from '../persistence/business-import-runs.repository';
import { BusinessAnnouncer } from './business-announcer.service';
import { BusinessImportFacts } from './business-import-facts.service';

/** What the rows of a batch came to. */
export interface RecordedBusinessRows {
  readonly counts: BusinessImportCounts;
  /** Profiles that the accepted rows are about. */
  readonly businessIds: readonly string[];
}

/** What one row came to, before anything is written. */
type Decision =
  | { readonly outcome: 'created'; readonly profile: NewProfile }
  | { readonly outcome: 'updated'; readonly profile: ChangedProfile; readonly wasVerified: boolean }
  | { readonly outcome: 'unchanged' | 'skipped'; readonly profile: { readonly id: string } };

interface WrittenRow {
  readonly outcome: Exclude<RowOutcome, 'rejected'>;
  readonly businessId: string;
  /** What matching has to catch up with; undefined where nothing changed that it looks at. */
  readonly matchRevision?: number;
}

/** Writes one batch of rows: profiles, counts and findings in one transaction, so all of it or nothing. */
@Injectable()
export class BusinessImportRecorder {
  constructor(
    private readonly profiles: BusinessImportProfilesRepository,
    private readonly businesses: BusinessesRepository,
    private readonly runs: BusinessImportRunsRepository,
    private readonly facts: BusinessImportFacts,
    private readonly announcer: BusinessAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param mostAnnounced changed profiles that matching is told of at once; it finds the others by itself */
  record(runId: string, rows: readonly ReadBusinessRow[], mostAnnounced: number): Promise<RecordedBusinessRows> {
    const accepted = rows.filter(isAcceptedBusiness);
    return this.unitOfWork.run(async () => {
      const written = await this.write(accepted.map(({ business }) => business));
      const findings = [...rows.flatMap(findingsOf), ...leftOut(accepted, written)];
      const counts = countsOf(written, findings);
      await this.runs.recordBatch(runId, { counts, findings });
      this.announce(written, mostAnnounced);
      return { counts, businessIds: written.map(({ businessId }) => businessId) };
    });
  }

  /** In as few steps as there are rows about one firm. */
  private async write(businesses: readonly ImportedBusiness[]): Promise<readonly WrittenRow[]> {
    const written: WrittenRow[] = [];
    for (let rest = businesses; rest.length > 0;) {
      const known = new KnownProfiles(await this.profiles.holdKnown(rest.map(identityOf)));
      const count = independentRows(rest, known);
      written.push(...(await this.writeIndependent(rest.slice(0, count), known)));
      rest = rest.slice(count);
    }
    return written;
  }

  private async writeIndependent(
    businesses: readonly ImportedBusiness[],
    known: KnownProfiles,
  ): Promise<readonly WrittenRow[]> {
    const now = this.clock.now();
    const context = { today: utahDay(now), locate: this.facts.locate.bind(this.facts) };
    const targets = businesses.map((business) => known.targetOf(identityOf(business)));
    const stored = await this.readStored(targets);
    const decisions = businesses.map((imported, index) => decide(imported, targets[index], stored, context));
    const created = decisions.flatMap((decision) => (decision.outcome === 'created' ? [decision.profile] : []));
    const updated = decisions.flatMap((decision) => (decision.outcome === 'updated' ? [decision] : []));
    await this.profiles.insert(created, now);
    const revisions = await this.profiles.update(
      updated.map(({ profile }) => profile),
      now,
    );
    for (const { profile, wasVerified } of updated) {
      if (wasVerified && profile.change.altersIdentity) await this.announcer.identityChanged(profile.id);
    }
    return decisions.map((decision) => writtenRow(decision, revisions));
  }

  private async readStored(targets: readonly (KnownProfile | undefined)[]): Promise<ReadonlyMap<string, Business>> {
    const ids = targets.flatMap((target) => (target && !target.isOwned ? [target.id] : []));
    const found = ids.length > 0 ? await this.businesses.findMany(ids) : [];
    return new Map(found.map((business) => [business.id, business]));
  }

  private announce(written: readonly WrittenRow[], most: number): void {
    const changed = written.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
    for (const { businessId, matchRevision } of changed.slice(0, most)) {
      this.announcer.changed(businessId, matchRevision);
    }
    // Of new profiles nobody has kept anything.
    const others = changed.slice(most).filter(({ outcome }) => outcome === 'updated');
    this.announcer.changedMany(others.map(({ businessId }) => businessId));
  }
}

/** What the owner says of the firm counts for more than any file. */
const decide = (
  imported: ImportedBusiness,
  target: KnownProfile | undefined,
  stored: ReadonlyMap<string, Business>,
  context: ImportContext,
): Decision => {
  if (target?.isOwned) return { outcome: 'skipped', profile: target };
  const before = target && stored.get(target.id);
  if (!before) {
    const profile = { id: uuid(), origin: imported.origin, content: contentOf(imported, context) };
    return { outcome: 'created', profile };
  }
  const change: ProfileChange | undefined = changeTo(before, contentAfter(before, imported, context));
  return change === undefined
    ? { outcome: 'unchanged', profile: before }
    : { outcome: 'updated', profile: { id: before.id, change }, wasVerified: before.verifiedAt !== null };
};

const writtenRow = (decision: Decision, revisions: ReadonlyMap<string, number>): WrittenRow => {
  const { outcome } = decision;
  const businessId = decision.profile.id;
  if (outcome === 'created') return { outcome, businessId, matchRevision: 1 };
  if (outcome !== 'updated' || !decision.profile.change.altersMatches) return { outcome, businessId };
  return { outcome, businessId, matchRevision: revisions.get(businessId) };
};

const findingsOf = (row: ReadBusinessRow): readonly ImportFinding[] =>
  isAcceptedBusiness(row)
    ? row.remarks.map((remark, position) => ({ row: row.row, position, kind: 'remark', ...remark }))
    : [{ row: row.row, position: 0, kind: 'rejected', ...row.rejection }];

/** Which profile keeps a row out: it may hold an identifier of another firm by mistake. */
const leftOut = (accepted: readonly AcceptedBusinessRow[], written: readonly WrittenRow[]): readonly ImportFinding[] =>
  accepted.flatMap(({ row, remarks }, index): ImportFinding[] => {
    const outcome = written[index];
    if (outcome?.outcome !== 'skipped') return [];
    const message = `Left out: profile ${outcome.businessId} has this firm's identifiers, and its owner says what it holds.`;
    return [{ row, position: remarks.length, kind: 'remark', code: 'profile-owned', message }];
  });

const countsOf = (written: readonly WrittenRow[], findings: readonly ImportFinding[]): BusinessImportCounts => {
  const counts = { ...NOTHING_IMPORTED };
  for (const { outcome } of written) counts[outcome] += 1;
  const rejected = findings.filter(({ kind }) => kind === 'rejected').length;
  return { ...counts, rejected, rows: written.length + rejected, remarks: findings.length - rejected };
};
