import {
  CERTIFICATION_PROGRAMS_AS_OF,
  certificationPrograms,
  type CertificationProgram,
} from '../domain/certification-program';
import type { Dataset } from '../domain/dataset';
import { naicsAncestors, naicsLevel, type NaicsCode } from '../domain/naics';
import { NOTICE_TYPES_AS_OF, noticeTypes, type NoticeTypeFact } from '../domain/notice-type';
import { pscCategory, pscGroup, pscKind, type PscCode } from '../domain/psc';
import type { SetAside } from '../domain/set-aside';
import { SET_ASIDES_AS_OF, setAsides } from '../domain/set-asides';
import { sizeMeasures, type SizeMeasure, type SizeStandard } from '../domain/size-standard';
import type { UtahCounty } from '../domain/utah-county';
import type { ZipPlace } from '../domain/zip-place';
import { readFactTable, type FactRow } from './fact-table';

function readDataset<Fact>(file: string, toFact: (row: FactRow, source: string, asOf: string) => Fact): Dataset<Fact> {
  const { source, asOf, rows } = readFactTable(file);
  return { source, asOf, facts: rows.map((row) => toFact(row, source, asOf)) };
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));

function toNaicsCode(row: FactRow): NaicsCode {
  const code = row('code');
  const level = naicsLevel(code);
  if (level === undefined) throw new Error(`${code} is no NAICS code`);
  return { code, title: row('title'), level, parentCode: naicsAncestors(code)[0] ?? null };
}

function toPscCode(row: FactRow): PscCode {
  const code = row('code');
  return {
    code,
    name: textOrNull(row('name')),
    kind: pscKind(code),
    groupCode: pscGroup(code),
    category: pscCategory(code),
  };
}

function toMeasure(text: string): SizeMeasure {
  const measure = sizeMeasures.find((candidate) => candidate === text);
  if (measure === undefined) throw new Error(`${text} is no measure of size`);
  return measure;
}

const toSizeStandard = (row: FactRow, source: string, asOf: string): SizeStandard => ({
  naicsCode: row('naics'),
  exception: Number(row('exception')),
  description: row('description'),
  measure: toMeasure(row('measure')),
  limit: Number(row('limit')),
  footnote: textOrNull(row('footnote')),
  effectiveFrom: asOf,
  effectiveTo: null,
  source,
});

const toUtahCounty = (row: FactRow): UtahCounty => ({
  fips: row('fips'),
  name: row('name'),
  neighbours: row('neighbours').split(' '),
});

const toZipPlace = (row: FactRow): ZipPlace => ({
  zip: row('zip'),
  city: row('city'),
  state: row('state'),
  county: row('county'),
  latitude: numberOrNull(row('latitude')),
  longitude: numberOrNull(row('longitude')),
  countyFips: textOrNull(row('county_fips')),
});

export const readNaicsCodes = (): Dataset<NaicsCode> => readDataset('naics.tsv', toNaicsCode);
export const readPscCodes = (): Dataset<PscCode> => readDataset('psc.tsv', toPscCode);
export const readSizeStandards = (): Dataset<SizeStandard> => readDataset('size-standards.tsv', toSizeStandard);
export const readUtahCounties = (): Dataset<UtahCounty> => readDataset('utah-counties.tsv', toUtahCounty);
export const readZipPlaces = (): Dataset<ZipPlace> => readDataset('zips.tsv.gz', toZipPlace);

export const setAsideDataset: Dataset<SetAside> = {
  source: 'GSA opportunities-api.md, August 2026; FAR and CFR sections in each row',
  asOf: SET_ASIDES_AS_OF,
  facts: setAsides,
};

export const programDataset: Dataset<CertificationProgram> = {
  source: 'CFR and U.S. Code sections in each row',
  asOf: CERTIFICATION_PROGRAMS_AS_OF,
  facts: certificationPrograms,
};

export const noticeTypeDataset: Dataset<NoticeTypeFact> = {
  source: 'GSA opportunities-api.md, August 2026; OCDS 1.1',
  asOf: NOTICE_TYPES_AS_OF,
  facts: noticeTypes,
};
