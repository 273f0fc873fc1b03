import { Injectable } from '@nestjs/common';
import { ReferenceService } from '../../reference';
import type { NewPart } from '../domain/business-parts';
import type { KnownCodes } from '../domain/import/imported-business';
import { BusinessFactsChecker } from './business-facts.checker';

/** What the reference tables say to rows of a file. */
@Injectable()
export class BusinessImportFacts {
  constructor(
    private readonly reference: ReferenceService,
    private readonly checker: BusinessFactsChecker,
  ) {}

  known(): KnownCodes {
    const { naics, psc, programs } = this.reference.facts();
    const programCodes: ReadonlySet<string> = new Set(programs.keys());
    return {
      isNaics2022: (code) => naics.get(code)?.level === 6,
      isPsc: (code) => psc.has(code),
      isProgram: (code) => programCodes.has(code),
    };
  }

  /** With what follows from the ZIP code, which counts where the state contradicts it: it says more. */
  locate(address: NewPart<'addresses'>): NewPart<'addresses'> {
    const place = this.reference.facts().zip(address.zipCode);
    return this.checker.prepare('addresses', { ...address, state: place?.state ?? address.state });
  }
}
