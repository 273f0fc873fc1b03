import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { BusinessOrigin } from '../domain/business';
import type { KnownProfile, RowIdentity } from '../domain/import/business-identity';
import { type ImportedList, importedLists, type ProfileChange } from '../domain/import/profile-change';
import type { ProfileContent } from '../domain/import/profile-content';
import { idsFor } from './business-import-ids';
import {
  deleteEntries,
  entryFields,
  HOLD_KNOWN_PROFILES,
  INSERT_BUSINESSES,
  insertEntries,
  UPDATE_BUSINESSES,
} from './business-import.sql';

export interface NewProfile {
  readonly id: string;
  readonly origin: BusinessOrigin;
  readonly content: ProfileContent;
}

export interface ChangedProfile {
  readonly id: string;
  readonly change: ProfileChange;
}

/** The entries of one list of one profile. */
interface Entries {
  readonly businessId: string;
  readonly entries: readonly object[];
}

/** Writes many profiles at once: one statement for each table, however many there are. */
@Injectable()
export class BusinessImportProfilesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Profiles that rows of these identities may be about, held until the open transaction ends. */
  async holdKnown(identities: readonly RowIdentity[]): Promise<readonly KnownProfile[]> {
    const found: KnownProfile[] = await this.unitOfWork.manager.query(HOLD_KNOWN_PROFILES, [
      identities.flatMap(({ ueiNumber }) => ueiNumber ?? []),
      identities.flatMap(({ cageCodes }) => cageCodes.slice(0, 1)),
      identities.filter(isByName).map(({ companyName }) => companyName),
      identities.map(({ companyName }) => companyName),
    ]);
    return found;
  }

  async insert(profiles: readonly NewProfile[], now: Date): Promise<void> {
    if (profiles.length === 0) return;
    const rows = profiles.map(({ id, origin, content }) => ({
      ...content.fields,
      id,
      origin,
      ...{ matchRevision: 1, version: 1, createdAt: now, updatedAt: now },
    }));
    await this.run(INSERT_BUSINESSES, rows);
    for (const list of importedLists) {
      await this.insertEntries(
        list,
        profiles.map(({ id, content }) => ({ businessId: id, entries: content[list] })),
      );
    }
  }

  /** Answers the revision that matching has to catch up with, by id. The profiles are held. */
  async update(profiles: readonly ChangedProfile[], now: Date): Promise<ReadonlyMap<string, number>> {
    if (profiles.length === 0) return new Map();
    const rows = profiles.map(({ id, change: { fields, altersMatches } }) => ({
      ...fields,
      id,
      matchRevisions: altersMatches ? 1 : 0,
      updatedAt: now,
    }));
    const [updated]: [{ id: string; matchRevision: number }[], number] = await this.run(UPDATE_BUSINESSES, rows);
    for (const list of importedLists) await this.replaceEntries(list, profiles);
    return new Map(updated.map(({ id, matchRevision }) => [id, matchRevision]));
  }

  /** Away with the whole list first: two entries may have changed which of them is the primary one. */
  private async replaceEntries(list: ImportedList, profiles: readonly ChangedProfile[]): Promise<void> {
    const changed = profiles.filter(({ change }) => change.lists[list] !== undefined);
    if (changed.length === 0) return;
    await this.unitOfWork.manager.query(deleteEntries(list), [changed.map(({ id }) => id)]);
    await this.insertEntries(
      list,
      changed.map(({ id, change }) => ({ businessId: id, entries: change.lists[list] ?? [] })),
    );
  }

  /** Entries that have an id keep it. */
  private async insertEntries(list: ImportedList, parts: readonly Entries[]): Promise<void> {
    const count = parts.reduce((sum, { entries }) => sum + entries.length, 0);
    if (count === 0) return;
    const nextId = idsFor(count);
    const rows = parts.flatMap(({ businessId, entries }) =>
      entries.map((entry) => ({ id: nextId(), ...entry, businessId })),
    );
    const arrays = entryFields(list).map((field) => rows.map((row): unknown => Reflect.get(row, field)));
    await this.unitOfWork.manager.query(insertEntries(list), arrays);
  }

  private run<Answer>(sql: string, rows: readonly object[]): Promise<Answer> {
    return this.unitOfWork.manager.query<Answer>(sql, [JSON.stringify(rows)]);
  }
}

const isByName = ({ ueiNumber, cageCodes }: RowIdentity): boolean => ueiNumber === null && cageCodes.length === 0;
