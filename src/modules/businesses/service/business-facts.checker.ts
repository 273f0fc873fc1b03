import { Injectable } from '@nestjs/common';
import { invalidField } from '../../../common/errors/domain-error';
import { programCodes, ReferenceService } from '../../reference';
import type { BusinessParts, NewPart, PartKind } from '../domain/business-parts';

type Check<Kind extends PartKind> = (part: NewPart<Kind>) => void;

/** Codes of a profile must be codes of the reference tables: a mistyped one would silently match nothing. */
@Injectable()
export class BusinessFactsChecker {
  private readonly checks: { readonly [Kind in PartKind]: Check<Kind> } = {
    'naics-codes': ({ code }) => this.requireNaics('code', code),
    'psc-codes': ({ code }) => this.requirePsc('code', code),
    certifications: ({ program, validFrom, expiresOn }) => {
      if (!programCodes.some((code) => code === program)) {
        throw invalidField('program', 'unknown-program', `There is no certification program ${program}.`);
      }
      if (validFrom && expiresOn && expiresOn < validFrom) {
        throw invalidField('expiresOn', 'before-valid-from', 'A certification cannot expire before it begins.');
      }
    },
    services: () => undefined,
    'past-performance': ({ naicsCode, pscCode }) => {
      if (naicsCode) this.requireNaics('naicsCode', naicsCode);
      if (pscCode) this.requirePsc('pscCode', pscCode);
    },
  };

  constructor(private readonly reference: ReferenceService) {}

  /** @throws DomainError `validation-failed` naming the field */
  check<Kind extends PartKind>(kind: Kind, part: Omit<BusinessParts[Kind], 'id'>): void {
    this.checks[kind](part);
  }

  private requireNaics(field: string, code: string): void {
    if (this.reference.facts().naics.get(code)?.level === 6) return;
    throw invalidField(field, 'unknown-naics', `${code} is not a six-digit code of NAICS 2022.`);
  }

  private requirePsc(field: string, code: string): void {
    if (this.reference.facts().psc.has(code)) return;
    throw invalidField(field, 'unknown-psc', `${code} is not a product or service code.`);
  }
}
