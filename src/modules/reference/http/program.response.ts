import { ApiProperty } from '@nestjs/swagger';
import { type CertificationProgram, type ProgramCode, programCodes } from '../domain/certification-program';
import {
  type SetAside,
  type SetAsideCode,
  setAsideCodes,
  setAsideFamilies,
  type SetAsideFamily,
} from '../domain/set-aside';
import { PageResponse } from '../../../common/http/page.response';

export class SetAsideResponse {
  /** As SAM.gov writes it. */
  @ApiProperty({ enum: setAsideCodes })
  code: SetAsideCode;

  name: string;

  @ApiProperty({ enum: setAsideFamilies })
  family: SetAsideFamily;

  /** Meant for one firm that the agency has already named; not open to bids. */
  soleSource: boolean;

  /** Only a part is reserved, anyone may bid on the rest. */
  partial: boolean;

  /** Small under the NAICS code of the notice. */
  requiresSmall: boolean;

  /** Certification programs of which one suffices; empty where none is needed. */
  @ApiProperty({ enum: programCodes, isArray: true })
  acceptedPrograms: ProgramCode[];

  /** A firm whose certification is pending may already bid. */
  pendingAccepted: boolean;

  @ApiProperty({ type: 'string', nullable: true })
  note: string | null;

  /** Where the rule is written. */
  source: string;
}

export class SetAsidePage extends PageResponse {
  @ApiProperty({ type: [SetAsideResponse] })
  items: SetAsideResponse[];
}

export const toSetAsideResponse = (setAside: SetAside): SetAsideResponse => ({
  code: setAside.code,
  name: setAside.name,
  family: setAside.family,
  soleSource: setAside.soleSource,
  partial: setAside.partial,
  requiresSmall: setAside.requiresSmall,
  acceptedPrograms: [...setAside.acceptedPrograms],
  pendingAccepted: setAside.pendingAccepted,
  note: setAside.note,
  source: setAside.source,
});

export class CertificationProgramResponse {
  @ApiProperty({ enum: programCodes })
  code: ProgramCode;

  name: string;

  certifier: string;

  /** Represented by the firm itself; nobody issues a certificate. */
  selfRepresented: boolean;

  /** Years until the status ends or must be renewed; null without a fixed term. */
  @ApiProperty({ type: 'integer', nullable: true })
  termYears: number | null;

  renewal: string;

  /** Where the rule is written. */
  source: string;
}

export class CertificationProgramPage extends PageResponse {
  @ApiProperty({ type: [CertificationProgramResponse] })
  items: CertificationProgramResponse[];
}

export const toCertificationProgramResponse = (program: CertificationProgram): CertificationProgramResponse => ({
  code: program.code,
  name: program.name,
  certifier: program.certifier,
  selfRepresented: program.selfRepresented,
  termYears: program.termYears,
  renewal: program.renewal,
  source: program.source,
});
