import type { DateTime } from 'luxon';
import { CONSTRUCTION_BUSINESSES } from './construction';
import { FACILITIES_BUSINESSES } from './facilities';
import { PROFESSIONAL_BUSINESSES } from './professional';
import { SUPPLY_BUSINESSES } from './supply';
import { TECHNOLOGY_BUSINESSES } from './technology';
import type {
  BusinessTemplate,
  CertificationTemplate,
  DemoBusiness,
  DemoCertification,
  DemoPastPerformance,
  PastPerformanceTemplate,
} from './demo-business';
import { demoDay, isoDate } from '../demo-day';
import { OFFICES } from '../offices';
import { inventUei } from './uei';

/** The firm that the demo account owner@demo.test owns. */
export const DEMO_OWNER_COMPANY = 'Wasatch Beacon Technologies LLC';

const DEFAULT_CERTIFIER = 'U.S. Small Business Administration';

const TEMPLATES: readonly BusinessTemplate[] = [
  ...TECHNOLOGY_BUSINESSES,
  ...CONSTRUCTION_BUSINESSES,
  ...FACILITIES_BUSINESSES,
  ...PROFESSIONAL_BUSINESSES,
  ...SUPPLY_BUSINESSES,
];

/** Invented Utah firms; their dates lie before and after the Utah day of `today`. */
export function demoBusinesses(today: Date): DemoBusiness[] {
  const day = demoDay(today);
  return TEMPLATES.map((template) => toBusiness(template, day));
}

function toBusiness({ naics, psc, ...template }: BusinessTemplate, day: DateTime): DemoBusiness {
  return {
    ...template,
    ueiNumber: inventUei(template.companyName),
    state: 'UT',
    naicsCodes: naics.map((code, index) => ({ code, isPrimary: index === 0 })),
    pscCodes: psc,
    certifications: (template.certifications ?? []).map((certification) => toCertification(certification, day)),
    pastPerformance: (template.pastPerformance ?? []).map((record) => toPastPerformance(record, day)),
  };
}

function toCertification(template: CertificationTemplate, day: DateTime): DemoCertification {
  const { program, status, certifier = DEFAULT_CERTIFIER, number, validSinceDays, expiresInDays } = template;
  return {
    program,
    status,
    certifier,
    ...(number !== undefined && { number }),
    ...(validSinceDays !== undefined && { validFrom: isoDate(day, -validSinceDays) }),
    ...(expiresInDays !== undefined && { expiresOn: isoDate(day, expiresInDays) }),
  };
}

function toPastPerformance(
  { office, completedDaysAgo, ...record }: PastPerformanceTemplate,
  day: DateTime,
): DemoPastPerformance {
  const { department, subTier, name } = OFFICES[office];
  return { ...record, buyer: department, subTier, office: name, completedOn: isoDate(day, -completedDaysAgo) };
}
