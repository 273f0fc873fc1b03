import { Injectable } from '@nestjs/common';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { loadReferenceFacts } from '../data/load-reference-facts';
import type { CertificationProgram } from '../domain/certification-program';
import { type NaicsCode, naicsSector, parseNaics } from '../domain/naics';
import type { NoticeTypeFact } from '../domain/notice-type';
import type { PscCode } from '../domain/psc';
import type { ReferenceFacts } from '../domain/reference-facts';
import type { SetAside } from '../domain/set-aside';
import type { SizeStandard } from '../domain/size-standard';
import type { UtahCounty } from '../domain/utah-county';
import { type NaicsQuestion, type PscQuestion, ReferenceReadModel } from '../persistence/reference.read-model';

/** Newest table first, the industry's own standard before its exceptions. */
export interface IndustrySizeStandards {
  readonly naicsCode: string;
  readonly standards: readonly SizeStandard[];
}

@Injectable()
export class ReferenceService {
  private loaded: ReferenceFacts | undefined;

  constructor(private readonly tables: ReferenceReadModel) {}

  /** The facts in memory, for rules. Read once per process from the files that also fill the tables. */
  facts(): ReferenceFacts {
    this.loaded ??= loadReferenceFacts();
    return this.loaded;
  }

  /** A parent of two digits means its whole sector: `32` asks for the subsectors of `31-33`. */
  searchNaics(question: NaicsQuestion): Promise<Found<NaicsCode>> {
    const { parent } = question;
    const sector = parent?.length === 2 ? naicsSector(parent) : undefined;
    return this.tables.searchNaics({ ...question, parent: sector ?? parent });
  }

  searchPsc(question: PscQuestion): Promise<Found<PscCode>> {
    return this.tables.searchPsc(question);
  }

  listSetAsides(slice: Slice): Promise<Found<SetAside>> {
    return this.tables.listSetAsides(slice);
  }

  listPrograms(slice: Slice): Promise<Found<CertificationProgram>> {
    return this.tables.listPrograms(slice);
  }

  listNoticeTypes(slice: Slice): Promise<Found<NoticeTypeFact>> {
    return this.tables.listNoticeTypes(slice);
  }

  listCounties(slice: Slice): Promise<Found<UtahCounty>> {
    return this.tables.listCounties(slice);
  }

  /** Throws not-found where SBA sets none for the code. */
  async sizeStandards(naics: string): Promise<IndustrySizeStandards> {
    const naicsCode = parseNaics(naics) ?? '';
    const standards = await this.tables.findSizeStandards(naicsCode);
    if (standards.length === 0) throw notFound('size standard');
    return { naicsCode, standards };
  }
}
