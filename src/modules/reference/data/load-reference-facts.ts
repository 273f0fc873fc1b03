import { certificationPrograms } from '../domain/certification-program';
import { noticeTypes } from '../domain/notice-type';
import type { ReferenceFacts } from '../domain/reference-facts';
import { setAsides } from '../domain/set-asides';
import type { SizeStandard } from '../domain/size-standard';
import { parseZip, type ZipPlace } from '../domain/zip-place';
import { readNaicsCodes, readPscCodes, readSizeStandards, readUtahCounties, readZipPlaces } from './datasets';

function indexBy<Key, Fact>(facts: readonly Fact[], keyOf: (fact: Fact) => Key): ReadonlyMap<Key, Fact> {
  return new Map(facts.map((fact) => [keyOf(fact), fact]));
}

function groupByNaics(standards: readonly SizeStandard[]): ReadonlyMap<string, readonly SizeStandard[]> {
  const groups = new Map<string, SizeStandard[]>();
  for (const standard of standards) {
    const group = groups.get(standard.naicsCode);
    if (group) group.push(standard);
    else groups.set(standard.naicsCode, [standard]);
  }
  return groups;
}

/**
 * The facts from the checked-in tables, the same that are written to the database, without needing one. The 42,000 ZIP
 * codes are read when the first is asked for.
 */
export function loadReferenceFacts(): ReferenceFacts {
  let zips: ReadonlyMap<string, ZipPlace> | undefined;
  return {
    naics: indexBy(readNaicsCodes().facts, ({ code }) => code),
    psc: indexBy(readPscCodes().facts, ({ code }) => code),
    sizeStandards: groupByNaics(readSizeStandards().facts),
    programs: indexBy(certificationPrograms, ({ code }) => code),
    setAsides: indexBy(setAsides, ({ code }) => code),
    noticeTypes: indexBy(noticeTypes, ({ code }) => code),
    counties: indexBy(readUtahCounties().facts, ({ fips }) => fips),
    zip: (text) => {
      const zip = parseZip(text);
      if (zip === undefined) return undefined;
      zips ??= indexBy(readZipPlaces().facts, (place) => place.zip);
      return zips.get(zip);
    },
  };
}
