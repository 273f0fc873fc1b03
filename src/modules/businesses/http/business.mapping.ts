import { invalidField } from '../../../common/errors/domain-error';
import { withoutUndefined } from '../../../common/without-undefined';
import type { OwnExclusions, ServiceArea } from '../domain/business';
import { isMaskedEin, parseEin } from '../domain/ein';
import { type NewBusiness, NOTHING_STATED } from '../domain/new-business';
import type { ProfileInput, WantedProfile } from '../domain/profile-input';
import { normaliseUei } from '../domain/uei';

import type { CreateBusinessRequest, UpdateBusinessRequest } from './business.requests';
import { cageCodes, naicsCodes, pscCodes } from './parts/coded.parts';
import { pastPerformance, services } from './parts/descriptive.parts';
import { certifications, licences } from './parts/standing.parts';
import type { OwnExclusionsRequest, SamRegistrationRequest, ServiceAreaRequest } from './profile-values.requests';

/** Fiscal years end with the calendar year where nothing else is said. */
const LAST_MONTH = 12;

const toServiceArea = ({ isNational, isRemote, states, countyFips }: ServiceAreaRequest): ServiceArea => ({
  isNational: isNational ?? false,
  isRemote: isRemote ?? false,
  states: states ?? [],
  countyFips: countyFips ?? [],
});

const toOwnExclusions = (request: OwnExclusionsRequest | null): OwnExclusions => ({
  naicsCodes: request?.naicsCodes ?? [],
  pscCodes: request?.pscCodes ?? [],
  setAsides: request?.setAsides?.map((code) => code.trim().toUpperCase()) ?? [],
  states: request?.states ?? [],
  agencies: request?.agencies ?? [],
});

const toSamRegistration = ({ status, expiresOn }: SamRegistrationRequest): ProfileInput['samRegistration'] => ({
  status,
  expiresOn: expiresOn ?? null,
});

/** A masked number hides digits that nobody has sent yet. @throws DomainError `validation-failed` */
const toNewEin = (text: string): string => {
  const digits = parseEin(text);
  if (digits === undefined) throw invalidField('einNumber', 'masked', 'Send the whole number; this one is masked.');
  return digits;
};

/** A masked number sent back is no change, if it is the one that was shown. */
const toEinChange = (einNumber: string | null | undefined): Pick<WantedProfile, 'einNumber' | 'einMask'> => {
  if (einNumber === undefined) return {};
  if (einNumber && isMaskedEin(einNumber)) return { einMask: einNumber.trim() };
  return { einNumber: einNumber && toNewEin(einNumber) };
};

/** Only what the request names; what is absent stays, `null` clears. */
export const toProfileChanges = (request: UpdateBusinessRequest): WantedProfile => {
  const { einNumber, fiscalYearEndMonth, samRegistration, serviceArea, ownExclusions, ...plain } = request;
  const { ueiNumber } = plain;
  return {
    ...withoutUndefined<Partial<ProfileInput>>({
      ...plain,
      ueiNumber: ueiNumber && normaliseUei(ueiNumber),
      fiscalYearEndMonth: fiscalYearEndMonth === null ? LAST_MONTH : fiscalYearEndMonth,
      samRegistration: samRegistration && toSamRegistration(samRegistration),
      serviceArea: serviceArea && toServiceArea(serviceArea),
      ownExclusions: ownExclusions === undefined ? undefined : toOwnExclusions(ownExclusions),
    }),
    ...toEinChange(einNumber),
    ...(samRegistration?.statedOn ? { samStatedOn: samRegistration.statedOn } : {}),
  };
};

/** @throws DomainError `validation-failed` for a number that was sent masked */
export const toNewBusiness = (request: CreateBusinessRequest): NewBusiness => {
  const { naicsCodes: naics, pscCodes: psc, cageCodes: cage, ...others } = request;
  const {
    certifications: certified,
    licences: licensed,
    services: offered,
    pastPerformance: past,
    ...profile
  } = others;
  if (request.einNumber) toNewEin(request.einNumber);
  return {
    ...NOTHING_STATED,
    ...toProfileChanges(profile),
    companyName: request.companyName,
    naicsCodes: (naics ?? []).map(naicsCodes.toPart),
    pscCodes: (psc ?? []).map(pscCodes.toPart),
    cageCodes: (cage ?? []).map(cageCodes.toPart),
    certifications: (certified ?? []).map(certifications.toPart),
    licences: (licensed ?? []).map(licences.toPart),
    services: (offered ?? []).map(services.toPart),
    pastPerformance: (past ?? []).map(pastPerformance.toPart),
  };
};
