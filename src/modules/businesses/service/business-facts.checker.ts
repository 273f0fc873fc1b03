import { Injectable } from '@nestjs/common';
import { invalidField, invalidFields, within } from '../../../common/errors/domain-error';
import { parseSetAside, programCodes, ReferenceService } from '../../reference';
import type { OwnExclusions, ServiceArea } from '../domain/business';
import type { NewPart, PartKind } from '../domain/business-parts';
import { buyerWords } from '../domain/buyer-words';
import { listedTwice } from '../domain/listed-once';
import type { NewLists } from '../domain/new-business';

/** `before` is the entry as it is stored, where one is changed. */
type Prepare<Kind extends PartKind> = (part: NewPart<Kind>, before?: NewPart<Kind>) => NewPart<Kind>;

const refuse = (field: string, code: string, message: string): never => {
  throw invalidField(field, code, message);
};

/** What is known of a ZIP code that no table holds. */
const UNKNOWN_PLACE = { city: null, state: null, county: null, countyFips: null, latitude: null, longitude: null };

/** Codes of a profile must be codes of the reference tables: a mistyped one would silently match nothing. */
@Injectable()
export class BusinessFactsChecker {
  private readonly preparations: { readonly [Kind in PartKind]: Prepare<Kind> } = {
    'naics-codes': (part, before) => this.checkedNaics(part, before),
    'psc-codes': (part) => {
      this.requirePsc('code', part.code);
      return part;
    },
    'cage-codes': (part) => part,
    certifications: (part) => this.checkedCertification(part),
    licences: (part) => part,
    addresses: (part, before) => this.located(part, before),
    services: (part) => part,
    'past-performance': (part) => this.checkedPastPerformance(part),
    'size-history': (part) => checkedSizeRecord(part),
  };

  constructor(private readonly reference: ReferenceService) {}

  /** The entry as it is to be stored: checked, and completed by what follows from it. @throws DomainError `validation-failed` naming the field */
  prepare<Kind extends PartKind>(kind: Kind, part: NewPart<Kind>, before?: NewPart<Kind>): NewPart<Kind> {
    return this.preparations[kind](part, before);
  }

  /** The same of the entries of a request's list, which is called `list` there: what is wrong is named with its place. */
  prepareAll<Kind extends PartKind>(
    kind: Kind,
    parts: readonly NewPart<Kind>[],
    list: string,
  ): readonly NewPart<Kind>[] {
    return parts.map((part, index) => within(`${list}.${index}`, () => this.prepare(kind, part)));
  }

  /** The lists of a new profile, all of them. @throws DomainError `validation-failed` as `prepareAll`, and for what is listed twice */
  prepareLists(given: NewLists): NewLists {
    const twice = listedTwice(given);
    if (twice.length > 0) throw invalidFields(twice);
    return {
      naicsCodes: this.prepareAll('naics-codes', given.naicsCodes, 'naicsCodes'),
      pscCodes: this.prepareAll('psc-codes', given.pscCodes, 'pscCodes'),
      cageCodes: this.prepareAll('cage-codes', given.cageCodes, 'cageCodes'),
      certifications: this.prepareAll('certifications', given.certifications, 'certifications'),
      licences: this.prepareAll('licences', given.licences, 'licences'),
      services: this.prepareAll('services', given.services, 'services'),
      pastPerformance: this.prepareAll('past-performance', given.pastPerformance, 'pastPerformance'),
    };
  }

  /** @throws DomainError `validation-failed` for a county that is not of Utah */
  checkServiceArea({ countyFips }: ServiceArea): void {
    const { counties } = this.reference.facts();
    const wrong = countyFips.find((fips) => !counties.has(fips));
    if (wrong !== undefined) refuse('serviceArea.countyFips', 'unknown-county', `${wrong} is no county of Utah.`);
  }

  /** @throws DomainError `validation-failed` for a set-aside that does not exist and a buyer of no word: they would exclude nothing */
  checkOwnExclusions({ setAsides, agencies }: OwnExclusions): void {
    const wrong = setAsides.find((code) => parseSetAside(code) === undefined);
    if (wrong !== undefined) refuse('ownExclusions.setAsides', 'unknown-set-aside', `${wrong} is no set-aside code.`);
    const wordless = agencies.find((agency) => buyerWords(agency).length === 0);
    if (wordless !== undefined) refuse('ownExclusions.agencies', 'no-word', `${wordless} names no buyer.`);
  }

  /** An imported code of an older edition stays what it is until another code takes its place. */
  private checkedNaics(part: NewPart<'naics-codes'>, before?: NewPart<'naics-codes'>): NewPart<'naics-codes'> {
    if (before?.code === part.code) return part;
    this.requireNaics('code', part.code);
    return { ...part, version: '2022', samSize: null };
  }

  private checkedCertification(part: NewPart<'certifications'>): NewPart<'certifications'> {
    const { program, validFrom, expiresOn } = part;
    if (!programCodes.some((code) => code === program)) {
      refuse('program', 'unknown-program', `There is no certification program ${program}.`);
    }
    if (validFrom && expiresOn && expiresOn < validFrom) {
      refuse('expiresOn', 'before-valid-from', 'A certification cannot expire before it begins.');
    }
    return part;
  }

  private checkedPastPerformance(part: NewPart<'past-performance'>): NewPart<'past-performance'> {
    const { naicsCode, pscCode, startedOn, completedOn } = part;
    if (naicsCode) this.requireNaics('naicsCode', naicsCode);
    if (pscCode) this.requirePsc('pscCode', pscCode);
    if (startedOn && completedOn && completedOn < startedOn) {
      refuse('completedOn', 'before-start', 'Work cannot be completed before it begins.');
    }
    return part;
  }

  /** The county and the centroid follow from the ZIP code; city and state do where they are not stated. */
  private located(given: NewPart<'addresses'>, before?: NewPart<'addresses'>): NewPart<'addresses'> {
    const part = this.withoutFormerPlace(given, before);
    const place = this.reference.facts().zip(part.zipCode);
    if (place && part.state && part.state !== place.state) {
      refuse('state', 'zip-elsewhere', `The ZIP code ${part.zipCode} lies in ${place.state}.`);
    }
    const { city, state, ...derived } = place ?? UNKNOWN_PLACE;
    const { county, countyFips, latitude, longitude } = derived;
    const stated = { city: part.city ?? city, state: part.state ?? state };
    return { ...part, ...stated, county, countyFips, latitude, longitude };
  }

  /** What had followed from another ZIP code was never stated. */
  private withoutFormerPlace(part: NewPart<'addresses'>, before?: NewPart<'addresses'>): NewPart<'addresses'> {
    const former = before && before.zipCode !== part.zipCode ? this.reference.facts().zip(before.zipCode) : undefined;
    return {
      ...part,
      city: part.city === former?.city ? null : part.city,
      state: part.state === former?.state ? null : part.state,
    };
  }

  private requireNaics(field: string, code: string): void {
    if (this.reference.facts().naics.get(code)?.level === 6) return;
    refuse(field, 'unknown-naics', `${code} is not a six-digit code of NAICS 2022.`);
  }

  private requirePsc(field: string, code: string): void {
    if (this.reference.facts().psc.has(code)) return;
    refuse(field, 'unknown-psc', `${code} is not a product or service code.`);
  }
}

const checkedSizeRecord = (part: NewPart<'size-history'>): NewPart<'size-history'> => {
  const { measure, period, amount, affiliatesAmount } = part;
  const isYear = /^\d{4}$/.test(period);
  if (measure === 'receipts' && !isYear) refuse('period', 'not-a-year', 'Receipts are those of a fiscal year: 2025.');
  if (measure !== 'receipts' && isYear) refuse('period', 'not-a-month', 'This is counted for a month: 2026-03.');
  if (measure === 'employees' && !(Number.isInteger(amount) && Number.isInteger(affiliatesAmount ?? 0))) {
    refuse('amount', 'not-whole', 'Every person counts as one (13 CFR 121.106).');
  }
  return part;
};
