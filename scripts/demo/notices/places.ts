import { elsewhere, NO_PLACE, utah, type Place } from './draft';
import { OFFICES, type OfficeKey } from '../offices';
import { cycle } from '../random';

const UTAH_PLACES: readonly Place[] = [
  utah('Salt Lake City', '84138'),
  utah('Ogden', '84401'),
  utah('Hill Air Force Base', '84056'),
  utah('Dugway', '84022'),
  utah('Tooele', '84074'),
  utah('Provo', '84606'),
  utah('Vernal', '84078'),
  utah('Moab', '84532'),
  utah('Monticello', '84535'),
  utah('Kanab', '84741'),
  utah('Cedar City', '84720'),
  utah('St George', '84770'),
  utah('Logan', '84321'),
  utah('Price', '84501'),
  utah('Richfield', '84701'),
  utah('Escalante', '84726'),
  utah('Delta', '84624'),
  utah('Manila', '84046'),
  utah('Torrey', '84775'),
  utah('Green River', '84525'),
];

const OTHER_PLACES: readonly Place[] = [
  elsewhere('Denver', 'CO', '80225'),
  elsewhere('Boise', 'ID', '83702'),
  elsewhere('Elko', 'NV', '89801'),
  elsewhere('Flagstaff', 'AZ', '86001'),
  elsewhere('Sacramento', 'CA', '95814'),
  elsewhere('Norfolk', 'VA', '23511'),
  elsewhere('San Antonio', 'TX', '78234'),
];

/** Four of ten real notices name no place at all, so neither do these; Utah offices mostly buy in Utah. */
const SHARE_WITHOUT_PLACE = 0.4;
const SHARE_OUTSIDE_UTAH = 0.15;

export function placeFor(office: OfficeKey, random: () => number): Place {
  const [kind, which] = [random(), random()];
  if (kind < SHARE_WITHOUT_PLACE) return NO_PLACE;
  const isUtahOffice = OFFICES[office].state === 'UT';
  const places = kind > 1 - SHARE_OUTSIDE_UTAH || (!isUtahOffice && which < 0.5) ? OTHER_PLACES : UTAH_PLACES;
  return cycle(places, Math.floor(which * places.length * 3));
}
