import type { Place, ResponseDeadline } from '../../opportunities';
import { zonesOfPlace } from './state-zones';
import {
  endOfDayInZone,
  fixedZone,
  instantAtOffset,
  instantInZone,
  offsetAt,
  parseTimestamp,
  type PublishedTimestamp,
} from './timestamp';

/** Clock of the federal offices in Washington, for notices that name neither a zone nor a place in a state. */
export const FEDERAL_ZONE = 'America/New_York';

/**
 * Reads a deadline. Its clock is that of the buying office, to which offers go (FAR 15.208(a) and 52.212-1(f): local time
 * of the designated Government office), else that of the place of performance. A published offset always decides the
 * instant; the zone then is a place's zone where its clocks agree with the offset, else the bare offset. Null when the
 * text is no date.
 */
export const readDeadline = (text: string, office: Place, placeOfPerformance: Place): ResponseDeadline | null => {
  const published = parseTimestamp(text);
  if (!published) return null;
  const zones = [...zonesOfPlace(office), ...zonesOfPlace(placeOfPerformance)];
  return { ...locate(published, zones), text, dateOnly: published.timeOfDayMs === null };
};

const locate = (
  published: PublishedTimestamp,
  zones: readonly string[],
): { readonly at: Date; readonly zone: string } => {
  const { offsetMinutes } = published;
  if (offsetMinutes !== null) {
    const at = instantAtOffset(published, offsetMinutes);
    const agreeing = zones.find((zone) => offsetAt(at.getTime(), zone) === offsetMinutes);
    return { at, zone: agreeing ?? fixedZone(offsetMinutes) };
  }
  const zone = zones[0] ?? FEDERAL_ZONE;
  const at = published.timeOfDayMs === null ? endOfDayInZone(published, zone) : instantInZone(published, zone);
  return { at, zone };
};
