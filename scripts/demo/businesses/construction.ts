import type { BusinessTemplate } from './demo-business';

export const CONSTRUCTION_BUSINESSES: readonly BusinessTemplate[] = [
  {
    companyName: 'Deseret Peak Builders LLC',
    city: 'Grantsville',
    zipCode: '84029',
    website: 'https://deseretpeak-builders.example',
    description:
      'General building contractor for renovations and small new buildings on military and public sites in western Utah. We self-perform concrete, carpentry and demolition and hold a B100 licence.',
    employeeCount: 46,
    annualRevenue: 14_200_000,
    naics: ['236220', '238110', '238910'],
    psc: ['Z2AA', 'Z2JZ', 'Y1JZ'],
    certifications: [
      { program: '8a', status: 'active', number: '8A-DEMO-4401', validSinceDays: 1500, expiresInDays: 1785 },
    ],
    services: [
      {
        title: 'Building renovation',
        description: 'Interior renovation, additions, accessibility and seismic upgrades of occupied buildings.',
      },
      {
        title: 'Concrete and demolition',
        description: 'Foundations, slabs, selective demolition and site preparation.',
      },
    ],
    pastPerformance: [
      {
        office: 'tooele',
        naicsCode: '236220',
        pscCode: 'Z2JZ',
        valueUsd: 2_800_000,
        completedDaysAgo: 190,
        title: 'Warehouse renovation',
        description: 'Renovation of two ammunition maintenance buildings with new fire doors and offices.',
      },
    ],
  },
  {
    companyName: 'Zion Gate Construction Inc.',
    city: 'Hurricane',
    zipCode: '84737',
    website: 'https://ziongate-construction.example',
    description:
      'Southern Utah contractor for park and forest facilities: visitor centers, campgrounds, comfort stations and employee housing. Used to building around visitors, wildlife windows and historic stonework.',
    employeeCount: 33,
    annualRevenue: 9_700_000,
    naics: ['236220', '237990', '236118'],
    psc: ['Z2PZ', 'Y1PZ', 'Z1JZ', 'Z2JZ'],
    certifications: [
      { program: 'hubzone', status: 'expired', number: 'HZ-DEMO-1009', validSinceDays: 1400, expiresInDays: -60 },
    ],
    services: [
      {
        title: 'Park facilities',
        description: 'Campground, comfort station and visitor center construction and repair.',
      },
      { title: 'Historic masonry', description: 'Repair of historic stone walls, bridges and lodges.' },
    ],
    pastPerformance: [
      {
        office: 'zion',
        naicsCode: '236220',
        pscCode: 'Z2PZ',
        valueUsd: 1_900_000,
        completedDaysAgo: 280,
        title: 'Campground loop rehabilitation',
        description: 'Rehabilitation of 60 campsites, water lines and three comfort stations.',
      },
    ],
  },
  {
    companyName: 'Great Basin Heavy Civil LLC',
    city: 'West Jordan',
    zipCode: '84084',
    website: 'https://greatbasin-civil.example',
    description:
      'Heavy civil contractor with 560 people and its own asphalt plants. We build highways, bridges, airfields and reservoirs across the Intermountain West.',
    employeeCount: 560,
    annualRevenue: 148_000_000,
    naics: ['237310', '237990', '237110'],
    psc: ['Y1LB', 'Z1LB', 'Z2LB', 'Z1KA'],
    services: [
      { title: 'Roads and bridges', description: 'Highway, street and bridge construction and asphalt paving.' },
      { title: 'Dams and airfields', description: 'Earthwork, reservoir lining and airfield pavement.' },
    ],
  },
  {
    companyName: 'Bear River Water Works LLC',
    city: 'Brigham City',
    zipCode: '84302',
    website: 'https://bearriver-waterworks.example',
    description:
      'Water and sewer line contractor in Box Elder County. We install and repair pipelines, wells, lift stations and irrigation structures for districts, bases and refuges.',
    employeeCount: 27,
    annualRevenue: 6_900_000,
    naics: ['237110', '238910', '562991'],
    psc: ['Z2NE', 'Z2ND', 'Z1NE', 'Z1ND'],
    services: [
      { title: 'Pipelines', description: 'Water main, sewer and irrigation pipeline construction and repair.' },
      {
        title: 'Wells and lift stations',
        description: 'Well rehabilitation, pumps, lift stations and septic systems.',
      },
    ],
    pastPerformance: [
      {
        office: 'reclamationProvo',
        naicsCode: '237110',
        pscCode: 'Z2NE',
        valueUsd: 860_000,
        completedDaysAgo: 610,
        title: 'Siphon repair',
        description: 'Relining of a steel siphon and replacement of air valves.',
      },
    ],
  },
  {
    companyName: 'Ogden Electric & Controls Co.',
    city: 'Ogden',
    zipCode: '84403',
    website: 'https://ogden-electric.example',
    description:
      'Electrical contractor for industrial and institutional buildings. Switchgear, emergency generators, lighting, airfield electrical work and building automation.',
    employeeCount: 72,
    annualRevenue: 15_300_000,
    naics: ['238210', '561621'],
    psc: ['Z2AA', 'N059', 'N063', 'Z2NZ'],
    certifications: [
      { program: 'vosb', status: 'active', number: 'VC-DEMO-3140', validSinceDays: 500, expiresInDays: 590 },
    ],
    services: [
      {
        title: 'Power distribution',
        description: 'Switchgear, transformers, generators and uninterruptible power supplies.',
      },
      {
        title: 'Fire alarm and access control',
        description: 'Installation and maintenance of fire alarm, intrusion detection and access control systems.',
      },
    ],
  },
  {
    companyName: 'Castle Valley Mechanical LLC',
    city: 'Price',
    zipCode: '84501',
    website: 'https://castlevalley-mechanical.example',
    description:
      'Heating, cooling and plumbing contractor in Carbon County. Boilers, chillers, rooftop units and controls for clinics, schools and remote ranger stations.',
    employeeCount: 22,
    annualRevenue: 4_100_000,
    naics: ['238220', '333415', '811310'],
    psc: ['J041', 'Z2DA', 'Z1DA', 'Z1JZ'],
    certifications: [{ program: 'hubzone', status: 'pending', certifier: 'U.S. Small Business Administration' }],
    services: [
      { title: 'HVAC replacement', description: 'Replacement of boilers, chillers, air handlers and controls.' },
      {
        title: 'HVAC maintenance',
        description: 'Preventive maintenance and emergency repair of heating and cooling systems.',
      },
    ],
  },
  {
    companyName: 'Sanpete Roofing & Coatings Inc.',
    city: 'Ephraim',
    zipCode: '84627',
    website: 'https://sanpete-roofing.example',
    description:
      'Roofing, painting and protective coatings for institutional and historic buildings. Membrane, standing seam metal and cedar shake roofs.',
    employeeCount: 18,
    annualRevenue: 3_200_000,
    naics: ['238160', '238320'],
    psc: ['Z2AA', 'Z1AA', 'Z2JZ'],
    certifications: [{ program: 'wosb', status: 'applied', certifier: 'U.S. Small Business Administration' }],
    services: [
      { title: 'Roof replacement', description: 'Tear-off and replacement of membrane, metal and shake roofs.' },
      {
        title: 'Painting and coatings',
        description: 'Interior and exterior painting, tank coatings and lead-safe work.',
      },
    ],
  },
  {
    companyName: 'Painted Canyon Native Builders LLC',
    city: 'Blanding',
    zipCode: '84511',
    website: 'https://paintedcanyon-builders.example',
    description:
      'Native American owned construction and facilities firm in San Juan County. We build and repair clinics, schools and housing in the Four Corners region and train local apprentices.',
    employeeCount: 31,
    annualRevenue: 7_400_000,
    naics: ['236220', '238220', '561210'],
    psc: ['Z2DA', 'Y1JZ', 'Z1DA', 'M1AA'],
    certifications: [
      { program: 'iee', status: 'active', certifier: 'Self-represented under 25 U.S.C. 47', validSinceDays: 900 },
      { program: 'hubzone', status: 'active', number: 'HZ-DEMO-1060', validSinceDays: 640, expiresInDays: 455 },
      { program: '8a', status: 'graduated', number: '8A-DEMO-4302', validSinceDays: 3900, expiresInDays: -610 },
    ],
    services: [
      {
        title: 'Clinic and school construction',
        description: 'Design-build construction and renovation of health and school buildings.',
      },
      { title: 'Facility operation', description: 'Operation and maintenance of buildings in remote places.' },
    ],
    pastPerformance: [
      {
        office: 'indianHealth',
        naicsCode: '236220',
        pscCode: 'Z2DA',
        valueUsd: 1_450_000,
        completedDaysAgo: 365,
        title: 'Health center renovation',
        description: 'Renovation of a dental wing and pharmacy in an occupied health center.',
      },
    ],
  },
];
