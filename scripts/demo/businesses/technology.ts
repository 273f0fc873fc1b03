import type { BusinessTemplate } from './demo-business';

/** The firm of the demo owner account. */
const WASATCH_BEACON: BusinessTemplate = {
  companyName: 'Wasatch Beacon Technologies LLC',
  dbaName: 'Wasatch Beacon',
  city: 'Salt Lake City',
  zipCode: '84101',
  website: 'https://wasatch-beacon.example',
  description:
    'Information technology firm in downtown Salt Lake City serving federal and state offices in the Mountain West. We secure networks to NIST SP 800-171 and 800-53, move business systems to the cloud, and run service desks for sites of 50 to 2,000 users. Most of our staff live in the HUBZone in which we work.',
  employeeCount: 24,
  annualRevenue: 3_900_000,
  naics: ['541512', '541511', '541519', '518210'],
  psc: ['DJ01', 'DB10', 'DE01', 'DA01', 'DG01'],
  certifications: [
    {
      program: 'hubzone',
      status: 'active',
      certifier: 'U.S. Small Business Administration',
      number: 'HZ-DEMO-1042',
      validSinceDays: 410,
      expiresInDays: 685,
    },
  ],
  services: [
    {
      title: 'Cybersecurity assessment and monitoring',
      description:
        'Risk management framework packages, vulnerability scanning, penetration tests, security operations monitoring and incident response.',
    },
    {
      title: 'Cloud migration and hosting',
      description:
        'Migration of servers, databases and e-mail to government clouds, with infrastructure as code, backup and cost reporting.',
    },
    {
      title: 'Help desk and endpoint support',
      description:
        'Tier 1 and tier 2 service desk, desktop imaging, patching, asset management and on-site technicians.',
    },
    {
      title: 'Custom web applications',
      description: 'Design, development and maintenance of accessible web applications and interfaces between systems.',
    },
  ],
  pastPerformance: [
    {
      office: 'irsOgden',
      naicsCode: '541512',
      pscCode: 'DE01',
      valueUsd: 640_000,
      completedDaysAgo: 210,
      title: 'Service desk support, Ogden campus',
      description: 'Tier 1 and tier 2 help desk for 900 users with on-site desktop technicians during filing season.',
    },
    {
      office: 'hillBase',
      naicsCode: '541519',
      pscCode: 'DJ01',
      valueUsd: 415_000,
      completedDaysAgo: 520,
      title: 'Vulnerability assessment of industrial control networks',
      description: 'Scanning, penetration testing and a remediation plan for maintenance depot networks.',
    },
    {
      office: 'blmUtah',
      naicsCode: '541511',
      pscCode: 'DA01',
      valueUsd: 188_000,
      completedDaysAgo: 800,
      title: 'Permit tracking web application',
      description: 'Development and hosting of a web application that tracks grazing and recreation permits.',
    },
  ],
};

export const TECHNOLOGY_BUSINESSES: readonly BusinessTemplate[] = [
  WASATCH_BEACON,
  {
    companyName: 'Granary Row Software Inc.',
    city: 'Salt Lake City',
    zipCode: '84104',
    website: 'https://granary-row.example',
    description:
      'Custom software studio that builds data platforms and case management systems for public agencies. Our teams work in short iterations with the people who will use the system and hand over tested, documented source code.',
    employeeCount: 61,
    annualRevenue: 11_800_000,
    naics: ['541511', '513210', '541512'],
    psc: ['DA01', 'DA10', 'DH01'],
    certifications: [
      { program: 'wosb', status: 'active', number: 'WB-DEMO-2203', validSinceDays: 200, expiresInDays: 890 },
    ],
    services: [
      {
        title: 'Case management systems',
        description: 'Software development for intake, workflow, correspondence and reporting.',
      },
      { title: 'Database modernization', description: 'Migration of legacy databases, data cleaning and interfaces.' },
    ],
    pastPerformance: [
      {
        office: 'vaSaltLake',
        naicsCode: '541511',
        pscCode: 'DA01',
        valueUsd: 930_000,
        completedDaysAgo: 330,
        title: 'Clinic scheduling software',
        description: 'Design and development of a scheduling application for outpatient clinics.',
      },
    ],
  },
  {
    companyName: 'Ridgeline Veteran Networks LLC',
    city: 'Layton',
    zipCode: '84041',
    website: 'https://ridgeline-networks.example',
    description:
      'Service-disabled veteran-owned network integrator beside Hill Air Force Base. We design and install structured cabling, switches, wireless and telephone systems and keep them running around the clock.',
    employeeCount: 38,
    annualRevenue: 8_200_000,
    naics: ['541512', '238210', '517810'],
    psc: ['DG01', '7G21', 'N059', 'DG10'],
    certifications: [
      { program: 'sdvosb', status: 'active', number: 'VC-DEMO-3101', validSinceDays: 300, expiresInDays: 790 },
      { program: 'vosb', status: 'active', number: 'VC-DEMO-3101', validSinceDays: 300, expiresInDays: 790 },
    ],
    services: [
      {
        title: 'Network installation',
        description: 'Fiber and copper cabling, switches, wireless access points and voice systems.',
      },
      { title: 'Network operations', description: 'Monitoring, maintenance and repair of networks at all hours.' },
    ],
    pastPerformance: [
      {
        office: 'hillBase',
        naicsCode: '238210',
        pscCode: 'N059',
        valueUsd: 1_250_000,
        completedDaysAgo: 150,
        title: 'Fiber backbone replacement',
        description: 'Replacement of 14 miles of fiber optic cable between hangars.',
      },
    ],
  },
  {
    companyName: 'Red Mesa Geospatial LLC',
    city: 'Moab',
    zipCode: '84532',
    website: 'https://redmesa-geo.example',
    description:
      'Geographic information systems and land surveying firm on the Colorado Plateau. We produce maps, lidar terrain models and boundary surveys for land managers, from trail inventories to river cross sections.',
    employeeCount: 14,
    annualRevenue: 1_700_000,
    naics: ['541370', '541360', '541511'],
    psc: ['T002', 'C218', 'C217', 'R425'],
    certifications: [
      { program: 'hubzone', status: 'active', number: 'HZ-DEMO-1077', validSinceDays: 90, expiresInDays: 1000 },
    ],
    services: [
      {
        title: 'GIS analysis and cartography',
        description: 'Geodatabases, web maps and printed maps of public lands.',
      },
      {
        title: 'Boundary and topographic survey',
        description: 'Cadastral, boundary and topographic surveys with GNSS and total station.',
      },
    ],
    pastPerformance: [
      {
        office: 'arches',
        naicsCode: '541370',
        pscCode: 'T002',
        valueUsd: 96_000,
        completedDaysAgo: 260,
        title: 'Trail and social trail mapping',
        description: 'GIS inventory of 180 miles of trails with condition ratings.',
      },
    ],
  },
  {
    companyName: 'Skyforge Aerial Systems Inc.',
    city: 'Orem',
    zipCode: '84058',
    website: 'https://skyforge-aerial.example',
    description:
      'Builds and flies small unmanned aircraft in Utah County. Our drones carry lidar, thermal and multispectral cameras for inspection of dams and power lines, wildlife counts and fire mapping.',
    employeeCount: 29,
    annualRevenue: 5_400_000,
    naics: ['336411', '541370', '541922'],
    psc: ['1550', 'T009', 'T008'],
    services: [
      {
        title: 'Drone inspection',
        description: 'Unmanned aircraft inspection of dams, canals, towers and roofs with thermal and lidar sensors.',
      },
      {
        title: 'Unmanned aircraft manufacture',
        description: 'Small unmanned aircraft, payload integration, spare parts and operator training.',
      },
    ],
    pastPerformance: [
      {
        office: 'reclamationProvo',
        naicsCode: '541370',
        pscCode: 'T009',
        valueUsd: 74_000,
        completedDaysAgo: 120,
        title: 'Aerial survey of canal lining',
        description: 'Drone photogrammetry of 22 miles of canal with crack detection.',
      },
    ],
  },
  {
    companyName: 'Timpanogos Engineering Group PC',
    city: 'Provo',
    zipCode: '84601',
    website: 'https://timpanogos-eng.example',
    description:
      'Civil, structural and geotechnical engineers in Provo, Utah County. We design water systems, bridges and seismic retrofits, inspect dams and manage construction for public owners.',
    employeeCount: 84,
    annualRevenue: 16_500_000,
    naics: ['541330', '541380', '541620'],
    psc: ['C211', 'C219', 'C1KA', 'R425'],
    certifications: [{ program: 'wosb', status: 'pending', certifier: 'U.S. Small Business Administration' }],
    services: [
      {
        title: 'Dam and water engineering',
        description: 'Dam safety inspection, hydraulics, pipelines and treatment plant design.',
      },
      {
        title: 'Structural and seismic design',
        description: 'Seismic evaluation and retrofit of buildings and bridges.',
      },
    ],
    pastPerformance: [
      {
        office: 'reclamationSaltLake',
        naicsCode: '541330',
        pscCode: 'C219',
        valueUsd: 1_100_000,
        completedDaysAgo: 400,
        title: 'Spillway evaluation and design',
        description: 'Engineering analysis and final design of a spillway modification.',
      },
    ],
  },
  {
    companyName: 'Bonneville Test Labs LLC',
    city: 'Tooele',
    zipCode: '84074',
    website: 'https://bonneville-labs.example',
    description:
      'Independent testing laboratory for soils, concrete, asphalt and environmental samples in Tooele County. Accredited for drinking water and hazardous waste analysis, with a chemical instrument calibration bench.',
    employeeCount: 19,
    annualRevenue: 2_300_000,
    naics: ['541380', '541620', '811210'],
    psc: ['H365', 'F107', 'J066', 'F103'],
    certifications: [
      { program: 'sdvosb', status: 'expired', number: 'VC-DEMO-3118', validSinceDays: 1200, expiresInDays: -105 },
    ],
    services: [
      {
        title: 'Environmental laboratory analysis',
        description: 'Water, soil and hazardous waste sampling and analysis.',
      },
      { title: 'Instrument calibration', description: 'Calibration and repair of test and measurement instruments.' },
    ],
  },
  {
    companyName: 'Copper Basin Analytics LLC',
    city: 'Magna',
    zipCode: '84044',
    website: 'https://copperbasin-analytics.example',
    description:
      'Data analysis and management consulting for transport, health and workforce agencies. We clean data, build dashboards and evaluate whether programs work.',
    employeeCount: 9,
    annualRevenue: 1_150_000,
    naics: ['541611', '541690', '541511'],
    psc: ['R408', 'B506', 'R499'],
    certifications: [
      { program: '8a', status: 'active', number: '8A-DEMO-4410', validSinceDays: 700, expiresInDays: 2585 },
      { program: 'edwosb', status: 'active', number: 'WB-DEMO-2291', validSinceDays: 350, expiresInDays: 740 },
    ],
    services: [
      { title: 'Program evaluation', description: 'Surveys, statistical analysis and evaluation reports.' },
      { title: 'Dashboards', description: 'Data pipelines and business intelligence dashboards.' },
    ],
  },
];
