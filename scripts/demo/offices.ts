export interface Office {
  readonly department: string;
  readonly cgac: string;
  readonly subTier: string;
  readonly fpdsCode: string;
  readonly name: string;
  /** Activity address code; also the beginning of the office's solicitation numbers. */
  readonly aac: string;
  readonly state: string;
  readonly city: string;
  readonly zip: string;
  readonly country: string;
}

type Agency = Pick<Office, 'department' | 'cgac' | 'subTier' | 'fpdsCode'>;

const agency = (department: string, cgac: string, subTier: string, fpdsCode: string): Agency => ({
  department,
  cgac,
  subTier,
  fpdsCode,
});

const office = (of: Agency, name: string, aac: string, city: string, state: string, zip: string): Office => ({
  ...of,
  name,
  aac,
  city,
  state,
  zip,
  country: 'USA',
});

const INTERIOR = 'INTERIOR, DEPARTMENT OF THE';
const AIR_FORCE = agency('DEPT OF DEFENSE', '057', 'DEPT OF THE AIR FORCE', '5700');
const ARMY = agency('DEPT OF DEFENSE', '021', 'DEPT OF THE ARMY', '2100');
const NAVY = agency('DEPT OF DEFENSE', '017', 'DEPT OF THE NAVY', '1700');
const DLA = agency('DEPT OF DEFENSE', '097', 'DEFENSE LOGISTICS AGENCY', '97AS');
const VA = agency('VETERANS AFFAIRS, DEPARTMENT OF', '036', 'VETERANS AFFAIRS, DEPARTMENT OF', '3600');
const BLM = agency(INTERIOR, '014', 'BUREAU OF LAND MANAGEMENT', '1422');
const NPS = agency(INTERIOR, '014', 'NATIONAL PARK SERVICE', '1443');
const RECLAMATION = agency(INTERIOR, '014', 'BUREAU OF RECLAMATION', '1425');
const USGS = agency(INTERIOR, '014', 'US GEOLOGICAL SURVEY', '1434');
const BIA = agency(INTERIOR, '014', 'BUREAU OF INDIAN AFFAIRS', '1450');
const FOREST_SERVICE = agency('AGRICULTURE, DEPARTMENT OF', '012', 'FOREST SERVICE', '12C2');
const IRS = agency('TREASURY, DEPARTMENT OF THE', '020', 'INTERNAL REVENUE SERVICE', '2050');
const IHS = agency('HEALTH AND HUMAN SERVICES, DEPARTMENT OF', '075', 'INDIAN HEALTH SERVICE', '7527');
const PBS = agency('GENERAL SERVICES ADMINISTRATION', '047', 'PUBLIC BUILDINGS SERVICE', '4740');
const FEMA = agency('HOMELAND SECURITY, DEPARTMENT OF', '070', 'FEDERAL EMERGENCY MANAGEMENT AGENCY', '7022');

/** Buying offices: mostly in Utah, some elsewhere. The agencies are real, the codes and everything they buy here is not. */
export const OFFICES = {
  hillBase: office(AIR_FORCE, 'FA8201  OL H PZIO', 'FA8201', 'HILL AFB', 'UT', '84056'),
  hillDepot: office(AIR_FORCE, 'FA8251  AFSC PZIMB', 'FA8251', 'HILL AFB', 'UT', '84056-5825'),
  dlaOgden: office(DLA, 'DLA  AVIATION AT OGDEN, UT', 'SPRHA9', 'HILL AIR FORCE BASE', 'UT', '84056-5820'),
  dugway: office(ARMY, 'W6QM MICC-DUGWAY PROV GRD', 'W911S6', 'DUGWAY', 'UT', '84022-5000'),
  tooele: office(ARMY, 'W0MN TOOELE ARMY DEPOT', 'W911TD', 'TOOELE', 'UT', '84074'),
  vaSaltLake: office(VA, 'SALT LAKE CITY VA HEALTH CARE SYSTEM', '36C660', 'SALT LAKE CITY', 'UT', '84148'),
  blmUtah: office(BLM, 'UTAH STATE OFFICE', '140L57', 'SALT LAKE CITY', 'UT', '84101'),
  zion: office(NPS, 'ZION NATIONAL PARK', '140PZN', 'Springdale', 'UT', '84767'),
  arches: office(NPS, 'SOUTHEAST UTAH GROUP (ARCHES)', '140PSE', 'Moab', 'UT', '84532'),
  bryce: office(NPS, 'BRYCE CANYON NATIONAL PARK', '140PBC', 'Bryce', 'UT', '84764'),
  uintaForest: office(FOREST_SERVICE, 'UINTA-WASATCH-CACHE NATIONAL FOREST', '1284UW', 'SOUTH JORDAN', 'UT', '84095'),
  forestOgden: office(FOREST_SERVICE, 'USDA-FS, CSA INTERMOUNTAIN 7', '1240LS', 'Ogden', 'UT', '844012310'),
  usgsUtah: office(USGS, 'UTAH WATER SCIENCE CENTER', '140GUT', 'WEST VALLEY CITY', 'UT', '84119'),
  irsOgden: office(IRS, 'IRS OGDEN CAMPUS', '2032OG', 'OGDEN', 'UT', '84201'),
  reclamationProvo: office(RECLAMATION, 'PROVO AREA OFFICE', '140RPV', 'PROVO', 'UT', '84606'),
  reclamationSaltLake: office(RECLAMATION, 'UPPER COLORADO REGIONAL OFFICE', '140R40', 'SALT LAKE CITY', 'UT', '84138'),
  indianHealth: office(IHS, 'PHOENIX AREA INDIAN HEALTH SERVICE', '75H702', 'PHOENIX', 'AZ', '85004'),
  indianAffairs: office(BIA, 'WESTERN REGION', '140A18', 'PHOENIX', 'AZ', '85004'),
  buildingsRegion8: office(PBS, 'PBS R8', '47PH08', 'DENVER', 'CO', '80225'),
  femaRegion8: office(FEMA, 'REGION 8: DENVER', '70FB80', 'DENVER', 'CO', '80225'),
  engineersSacramento: office(ARMY, 'W075 ENDIST SACRAMENTO', 'W91238', 'SACRAMENTO', 'CA', '95814'),
  dlaRichmond: office(DLA, 'DLA AVIATION', 'SPE4A9', 'RICHMOND', 'VA', '23297'),
  dlaColumbus: office(DLA, 'DLA LAND AND MARITIME', 'SPE7L9', 'COLUMBUS', 'OH', '43218'),
  dlaTroopSupport: office(DLA, 'DLA TROOP SUPPORT', 'SPE3S9', 'PHILADELPHIA', 'PA', '19111'),
  navyMechanicsburg: office(NAVY, 'NAVSUP WEAPON SYSTEMS SUPPORT MECH', 'N00104', 'MECHANICSBURG', 'PA', '17050'),
  armyEurope: { ...office(ARMY, 'W2SD ENDIST EUROPE', 'W912GB', 'WIESBADEN', '', '09096'), country: 'DEU' },
} as const satisfies Record<string, Office>;

export type OfficeKey = keyof typeof OFFICES;
