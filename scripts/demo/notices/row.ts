import type { DateTime } from 'luxon';
import { isoDate } from '../demo-day';
import { NOTICE_TYPE_LABELS, SET_ASIDE_LABELS, type Award, type Deadline, type NoticeDraft } from './draft';
import { OFFICES, type Office } from '../offices';
import { cycle, hashNumber, hexDigest } from '../random';
import type { SamRow } from './sam-csv';

const FIRST_NAMES = ['Avery', 'Brigham', 'Camille', 'Dallin', 'Esther', 'Fernando', 'Grace', 'Hyrum', 'Ines', 'Jordan'];
const LAST_NAMES = ['Alder', 'Begay', 'Christensen', 'Duarte', 'Ellsworth', 'Fonoti', 'Gallegos', 'Hatch', 'Iverson'];

/** SAM.gov prints posting times on the clock of Washington, D.C. */
const POSTING_ZONE = 'America/New_York';
const ARCHIVE_AFTER_DAYS = 15;

export function toSamRow(draft: NoticeDraft, day: DateTime): SamRow {
  const office = OFFICES[draft.office];
  const id = hexDigest(`notice:${draft.key}`).slice(0, 32);
  return {
    NoticeId: id,
    Title: draft.title,
    'Sol#': draft.solicitationNumber,
    ...officeColumns(office),
    PostedDate: postedDate(draft, day),
    Type: NOTICE_TYPE_LABELS[draft.type],
    BaseType: NOTICE_TYPE_LABELS[draft.baseType ?? draft.type],
    ArchiveType: 'auto15',
    ArchiveDate: archiveDate(draft, day),
    SetASideCode: draft.setAside,
    SetASide: SET_ASIDE_LABELS[draft.setAside] ?? '',
    ResponseDeadLine: deadlineText(draft.deadline, day),
    NaicsCode: draft.naics,
    ClassificationCode: draft.psc,
    PopCity: draft.place.city ?? '',
    PopState: draft.place.state ?? '',
    PopZip: draft.place.zip ?? '',
    PopCountry: draft.place.country ?? '',
    Active: 'Yes',
    ...awardColumns(draft.award, day),
    ...contactColumns(draft),
    OrganizationType: 'OFFICE',
    AdditionalInfoLink: draft.link ?? '',
    Link: `https://sam.example/workspace/contract/opp/${id}/view`,
    Description: draft.description,
  };
}

function officeColumns(office: Office): SamRow {
  return {
    'Department/Ind.Agency': office.department,
    CGAC: office.cgac,
    'Sub-Tier': office.subTier,
    'FPDS Code': office.fpdsCode,
    Office: office.name,
    'AAC Code': office.aac,
    State: office.state,
    City: office.city,
    ZipCode: office.zip,
    CountryCode: office.country,
  };
}

function postedDate(draft: NoticeDraft, day: DateTime): string {
  const seed = hashNumber(`posted:${draft.key}`);
  const posted = day
    .minus({ days: draft.postedDaysAgo })
    .setZone(POSTING_ZONE, { keepLocalTime: true })
    .set({ hour: 7 + (seed % 12), minute: seed % 60, second: seed % 59, millisecond: seed % 1000 });
  const offset = posted.toFormat('ZZ').slice(0, 3);
  return posted.toFormat(draft.postedWithoutMilliseconds ? 'yyyy-MM-dd HH:mm:ss' : 'yyyy-MM-dd HH:mm:ss.SSS') + offset;
}

function deadlineText(deadline: Deadline, day: DateTime): string {
  if (deadline.form === 'blank') return '';
  const date = isoDate(day, deadline.days);
  if (deadline.form === 'date-only') return date;
  if (deadline.form === 'no-zone') return `${date}T${deadline.time}`;
  const [hour, minute, second] = deadline.time.split(':').map(Number);
  const instant = day
    .plus({ days: deadline.days })
    .setZone(deadline.zone, { keepLocalTime: true })
    .set({ hour, minute, second });
  return instant.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

function archiveDate(draft: NoticeDraft, day: DateTime): string {
  const lastDay = draft.deadline.form === 'blank' ? -draft.postedDaysAgo : draft.deadline.days;
  return isoDate(day, Math.max(lastDay, -draft.postedDaysAgo) + ARCHIVE_AFTER_DAYS);
}

function awardColumns(award: Award | undefined, day: DateTime): SamRow {
  if (!award) return {};
  return {
    AwardNumber: award.number,
    AwardDate: isoDate(day, -award.daysAgo),
    Award$: award.amount,
    Awardee: award.awardee,
  };
}

function contactColumns(draft: NoticeDraft): SamRow {
  if (draft.type === 'a') return {};
  const seed = hashNumber(`contact:${draft.office}:${draft.solicitationNumber}`);
  const first = cycle(FIRST_NAMES, seed);
  const last = cycle(LAST_NAMES, seed >>> 4);
  return {
    PrimaryContactFullname: `${first} ${last}`,
    PrimaryContactEmail: `${first}.${last}@example.gov`.toLowerCase(),
    PrimaryContactPhone: `801-555-01${String(seed % 100).padStart(2, '0')}`,
  };
}
