import type { BusinessTemplate } from './demo-business';

export const SUPPLY_BUSINESSES: readonly BusinessTemplate[] = [
  {
    companyName: 'Uinta Ridge Outdoor Gear Inc.',
    city: 'Park City',
    zipCode: '84098',
    website: 'https://uintaridge-gear.example',
    description:
      'Designs and sews tents, packs, sleeping systems and cold weather clothing in Summit County. All fabric and assembly are domestic and compliant with the Berry Amendment.',
    employeeCount: 95,
    annualRevenue: 17_000_000,
    naics: ['314910', '339920', '315250'],
    psc: ['8340', '8465', '8415'],
    certifications: [
      { program: 'wosb', status: 'active', number: 'WB-DEMO-2266', validSinceDays: 130, expiresInDays: 960 },
    ],
    services: [
      { title: 'Tents and packs', description: 'Shelters, tents, backpacks and load carrying equipment.' },
      { title: 'Cold weather clothing', description: 'Insulated jackets, trousers and gloves, Berry compliant.' },
    ],
    pastPerformance: [
      {
        office: 'dlaTroopSupport',
        naicsCode: '314910',
        pscCode: '8465',
        valueUsd: 2_400_000,
        completedDaysAgo: 200,
        title: 'Load carrying packs',
        description: 'Manufacture of 9,000 field packs with frames.',
      },
    ],
  },
  {
    companyName: 'Lehi Precision Machining Inc.',
    city: 'Lehi',
    zipCode: '84043',
    website: 'https://lehi-precision.example',
    description:
      'Five-axis machine shop in Utah County making flight hardware, bushings, fittings and gauges from drawings, with first article inspection and material certificates.',
    employeeCount: 58,
    annualRevenue: 10_900_000,
    naics: ['332710', '332721', '336413'],
    psc: ['1560', '5365', '5340', '1680', '3040'],
    certifications: [
      { program: 'sdvosb', status: 'active', number: 'VC-DEMO-3172', validSinceDays: 720, expiresInDays: 375 },
    ],
    services: [
      {
        title: 'Precision machining',
        description: 'Machined aircraft components, bushings, pins, fittings and brackets to drawing.',
      },
      { title: 'Inspection', description: 'Coordinate measuring, first article inspection and gauges.' },
    ],
    pastPerformance: [
      {
        office: 'dlaOgden',
        naicsCode: '336413',
        pscCode: '1680',
        valueUsd: 350_000,
        completedDaysAgo: 110,
        title: 'Landing gear bushings',
        description: 'Machined bushings and pins with first article test.',
      },
    ],
  },
  {
    companyName: 'Salt Flat Freight Lines LLC',
    city: 'Wendover',
    zipCode: '84083',
    website: 'https://saltflat-freight.example',
    description:
      'Trucking company on Interstate 80: flatbed, refrigerated and hazardous freight, heavy haul and storage yards.',
    employeeCount: 66,
    annualRevenue: 13_500_000,
    naics: ['484121', '484220', '493110'],
    psc: ['V112', 'V119', 'S215'],
    services: [
      { title: 'Motor freight', description: 'Truckload, flatbed, hazardous and heavy haul freight.' },
      { title: 'Storage', description: 'Warehousing, cross-dock and storage yards.' },
    ],
    pastPerformance: [
      {
        office: 'tooele',
        naicsCode: '484121',
        pscCode: 'V112',
        valueUsd: 610_000,
        completedDaysAgo: 90,
        title: 'Munitions freight',
        description: 'Scheduled truck transport of munitions with dual drivers.',
      },
    ],
  },
  {
    companyName: 'Cache Valley Provisions LLC',
    city: 'Hyrum',
    zipCode: '84319',
    website: 'https://cachevalley-provisions.example',
    description:
      'Food distributor and prepared meals kitchen in Cache County: fresh produce, dairy, bread, boxed lunches and meals for fire camps.',
    employeeCount: 52,
    annualRevenue: 21_000_000,
    naics: ['424410', '722310', '311991'],
    psc: ['8915', '8910', '8920', 'S203'],
    services: [
      { title: 'Food supply', description: 'Fresh fruit, vegetables, dairy and bakery deliveries.' },
      { title: 'Catering', description: 'Mobile kitchens, boxed lunches and meals for crews and events.' },
    ],
  },
  {
    companyName: 'Dixie Medical Supply LLC',
    city: 'Saint George',
    zipCode: '84790',
    website: 'https://dixie-medsupply.example',
    description:
      'Distributor of medical, dental and rehabilitation equipment with repair technicians for beds, lifts and sterilizers.',
    employeeCount: 23,
    annualRevenue: 8_800_000,
    naics: ['423450', '811210', '339112'],
    psc: ['6515', '6530', 'J065'],
    certifications: [
      { program: 'sdvosb', status: 'active', number: 'VC-DEMO-3190', validSinceDays: 15, expiresInDays: 1080 },
      { program: 'hubzone', status: 'suspended', number: 'HZ-DEMO-1031', validSinceDays: 800, expiresInDays: 290 },
    ],
    services: [
      { title: 'Medical equipment', description: 'Hospital beds, patient lifts, instruments and consumables.' },
      { title: 'Biomedical repair', description: 'Preventive maintenance and repair of medical equipment.' },
    ],
    pastPerformance: [
      {
        office: 'vaSaltLake',
        naicsCode: '423450',
        pscCode: '6530',
        valueUsd: 275_000,
        completedDaysAgo: 240,
        title: 'Bariatric beds and lifts',
        description: 'Delivery, installation and training for beds and ceiling lifts.',
      },
    ],
  },
  {
    companyName: 'Vernal Fleet & Diesel Inc.',
    city: 'Vernal',
    zipCode: '84078',
    website: 'https://vernal-fleet.example',
    description:
      'Repair of trucks, fire engines, heavy equipment and generators in the Uinta Basin, in the shop and in the field.',
    employeeCount: 17,
    annualRevenue: 2_700_000,
    naics: ['811111', '811310', '811198'],
    psc: ['J023', 'J028', 'J049'],
    services: [
      {
        title: 'Fleet maintenance',
        description: 'Maintenance and repair of vehicles, fire engines, heavy equipment and generators.',
      },
    ],
  },
  {
    companyName: 'Nebo Office Interiors LLC',
    city: 'Nephi',
    zipCode: '84648',
    website: 'https://nebo-interiors.example',
    description:
      'Makes and installs desks, modular workstations, lockers and shelving in Juab County, and reconfigures existing furniture.',
    employeeCount: 39,
    annualRevenue: 7_100_000,
    naics: ['337214', '238330', '423420'],
    psc: ['7110', '7125'],
    certifications: [{ program: '8a', status: 'applied', certifier: 'U.S. Small Business Administration' }],
    services: [
      {
        title: 'Office furniture',
        description: 'Systems furniture, seating, lockers and shelving with design and installation.',
      },
    ],
  },
  {
    companyName: 'San Rafael Drilling & Hydrology LLC',
    city: 'Castle Dale',
    zipCode: '84513',
    website: 'https://sanrafael-drilling.example',
    description:
      'Water well drilling, monitoring wells, stream gauges and groundwater sampling in Emery County and the canyon country.',
    employeeCount: 15,
    annualRevenue: 2_900_000,
    naics: ['237110', '541690', '541360'],
    psc: ['F015', 'F103', 'Z1NE'],
    certifications: [{ program: 'vosb', status: 'pending', certifier: 'U.S. Small Business Administration' }],
    services: [
      { title: 'Well drilling', description: 'Monitoring wells, production wells and borehole geophysics.' },
      { title: 'Hydrologic monitoring', description: 'Stream gauge construction and water quality sampling.' },
    ],
    pastPerformance: [
      {
        office: 'usgsUtah',
        naicsCode: '237110',
        pscCode: 'F015',
        valueUsd: 230_000,
        completedDaysAgo: 160,
        title: 'Observation wells',
        description: 'Drilling and completion of six observation wells to 900 feet.',
      },
    ],
  },
];
