import type { Type } from '@nestjs/common';
import type { PartKind } from '../../domain/business-parts';
import { cageCodes, naicsCodes, pscCodes } from './coded.parts';
import { pastPerformance, services } from './descriptive.parts';
import { addresses, sizeHistory } from './measured.parts';
import type { PartDefinition } from './part-definition';
import { PastPerformanceImportController } from './past-performance-import.controller';
import { readPartsController } from './read-parts.controller';
import { certifications, licences } from './standing.parts';
import { writePartsController } from './write-parts.controller';

const controllersOf = <Kind extends PartKind, Request extends object, Answer extends object>(
  definition: PartDefinition<Kind, Request, Answer>,
): readonly Type<unknown>[] => [readPartsController(definition), writePartsController(definition)];

/** What answers for the lists of a profile, and what takes many entries in at once. */
export const partControllers: readonly Type<unknown>[] = [
  PastPerformanceImportController,
  ...controllersOf(naicsCodes),
  ...controllersOf(pscCodes),
  ...controllersOf(cageCodes),
  ...controllersOf(certifications),
  ...controllersOf(licences),
  ...controllersOf(addresses),
  ...controllersOf(services),
  ...controllersOf(pastPerformance),
  ...controllersOf(sizeHistory),
];
