import type { Found, Slice } from '../../../common/http/paging';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import type { CertificationProgram } from '../domain/certification-program';
import type { NaicsCode, NaicsLevel } from '../domain/naics';
import type { NoticeTypeFact } from '../domain/notice-type';
import type { PscCode } from '../domain/psc';
import type { SetAside } from '../domain/set-aside';
import type { SizeStandard } from '../domain/size-standard';
import type { UtahCounty } from '../domain/utah-county';
import { CertificationProgramEntity } from './certification-program.entity';
import { containsWords, startsWith } from './contains-words';
import { NaicsCodeEntity } from './naics-code.entity';
import { NoticeTypeEntity } from './notice-type.entity';
import { PscCodeEntity } from './psc-code.entity';
import { SetAsideEntity } from './set-aside.entity';
import { SizeStandardEntity } from './size-standard.entity';
import { UtahCountyEntity } from './utah-county.entity';

export interface NaicsQuestion extends Slice {
  readonly q?: string;
  readonly level?: NaicsLevel;
  readonly parent?: string;
}

export interface PscQuestion extends Slice {
  readonly q?: string;
}

@Injectable()
export class ReferenceReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `q` selects codes that begin with it and titles that contain all its words. */
  searchNaics({ q, level, parent, limit, offset }: NaicsQuestion): Promise<Found<NaicsCode>> {
    const fixed: FindOptionsWhere<NaicsCodeEntity> = { ...(level && { level }), ...(parent && { parentCode: parent }) };
    const where = q?.trim()
      ? [
          { ...fixed, code: startsWith(q) },
          { ...fixed, title: containsWords(q) },
        ]
      : fixed;
    return this.find(NaicsCodeEntity, where, { code: 'ASC' }, { limit, offset });
  }

  /** `q` selects codes that begin with it and names that contain all its words. */
  searchPsc({ q, limit, offset }: PscQuestion): Promise<Found<PscCode>> {
    const where = q?.trim() ? [{ code: startsWith(q) }, { name: containsWords(q) }] : {};
    return this.find(PscCodeEntity, where, { code: 'ASC' }, { limit, offset });
  }

  listSetAsides(slice: Slice): Promise<Found<SetAside>> {
    return this.find(SetAsideEntity, {}, { code: 'ASC' }, slice);
  }

  listPrograms(slice: Slice): Promise<Found<CertificationProgram>> {
    return this.find(CertificationProgramEntity, {}, { code: 'ASC' }, slice);
  }

  listNoticeTypes(slice: Slice): Promise<Found<NoticeTypeFact>> {
    return this.find(NoticeTypeEntity, {}, { code: 'ASC' }, slice);
  }

  listCounties(slice: Slice): Promise<Found<UtahCounty>> {
    return this.find(UtahCountyEntity, {}, { fips: 'ASC' }, slice);
  }

  findSizeStandards(naicsCode: string): Promise<readonly SizeStandard[]> {
    return this.unitOfWork.manager.find(SizeStandardEntity, {
      where: { naicsCode },
      order: { effectiveFrom: 'DESC', exception: 'ASC' },
    });
  }

  private find<Row extends object>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row> | FindOptionsWhere<Row>[],
    order: FindOptionsOrder<Row>,
    { limit, offset }: Slice,
  ): Promise<[Row[], number]> {
    return this.unitOfWork.manager.findAndCount(entity, { where, order, take: limit, skip: offset });
  }
}
