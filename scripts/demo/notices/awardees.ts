import { cycle } from '../random';

/** Demo businesses that have won work of a code; the extract holds name and address in one string, or the name alone. */
const DEMO_AWARDEES: Readonly<Record<string, string>> = {
  '541512': 'WASATCH BEACON TECHNOLOGIES LLC 210 W Depot St Salt Lake City UT 84101 USA',
  '561720': 'BEEHIVE BUILDING CARE LLC 48 Wall Ave Ogden UT 84401 USA',
  '561612': 'WASATCH SHIELD PROTECTIVE SERVICES INC. 9 Vine St Murray UT 84107 USA',
  '562910': 'CEDAR BREAKS ENVIRONMENTAL LLC 900 N Iron Way Cedar City UT 84720 USA',
  '115310': 'UINTA FOREST STEWARDS LLC 12 Center St Kamas UT 84036 USA',
  '541330': 'TIMPANOGOS ENGINEERING GROUP PC 300 N University Ave Provo UT 84601 USA',
  '336413': 'LEHI PRECISION MACHINING INC. ',
  '339112': 'DIXIE MEDICAL SUPPLY LLC 61 Red Cliffs Dr St George UT 84790 USA',
  '337214': 'NEBO OFFICE INTERIORS LLC 5 Factory Rd Nephi UT 84648 USA',
};

const OTHER_AWARDEES: readonly string[] = [
  'HIGH PLAINS INVENTED BEARINGS CO. 77 Mill Rd Cheyenne WY 82001 USA',
  'Multiple',
  'PUGET INVENTED PARTS LLC ',
  'See attached',
  'PIEDMONT INVENTED SUPPLY INC. 4 Foundry Ln Greensboro NC 27401 USA',
];

/** Every second award of a trade goes to a demo business, where one works in it. */
export function awardeeFor(naics: string, index: number): string {
  const demoAwardee = index % 2 === 0 ? DEMO_AWARDEES[naics] : undefined;
  return demoAwardee ?? cycle(OTHER_AWARDEES, index);
}
