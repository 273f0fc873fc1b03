import type { BusinessTemplate } from './demo-business';

export const FACILITIES_BUSINESSES: readonly BusinessTemplate[] = [
  {
    companyName: 'Beehive Building Care LLC',
    city: 'Ogden',
    zipCode: '84401',
    website: 'https://beehive-buildingcare.example',
    description:
      'Janitorial company for office buildings, clinics and ranger stations along the Wasatch Front. Green cleaning products, trained day porters, carpet and window cleaning.',
    employeeCount: 140,
    annualRevenue: 5_100_000,
    naics: ['561720', '561790', '561210'],
    psc: ['S201', 'S214', 'S216'],
    certifications: [
      { program: 'edwosb', status: 'active', number: 'WB-DEMO-2240', validSinceDays: 420, expiresInDays: 670 },
    ],
    services: [
      {
        title: 'Custodial services',
        description: 'Daily janitorial cleaning, restroom sanitation, floor care and trash removal.',
      },
      {
        title: 'Window and carpet cleaning',
        description: 'Interior and exterior windows, carpet extraction and upholstery.',
      },
    ],
    pastPerformance: [
      {
        office: 'irsOgden',
        naicsCode: '561720',
        pscCode: 'S201',
        valueUsd: 2_200_000,
        completedDaysAgo: 95,
        title: 'Custodial services, Ogden campus',
        description: 'Janitorial services for 420,000 square feet of offices.',
      },
    ],
  },
  {
    companyName: 'Kanab Clean & Haul LLC',
    city: 'Kanab',
    zipCode: '84741',
    website: 'https://kanab-clean.example',
    description:
      'Two-family firm in Kane County that cleans vault toilets, campgrounds and visitor buildings and hauls trash from remote sites in all weather.',
    employeeCount: 7,
    annualRevenue: 480_000,
    naics: ['561720', '562111', '562991'],
    psc: ['S201', 'S205', 'F008'],
    certifications: [{ program: 'hubzone', status: 'applied', certifier: 'U.S. Small Business Administration' }],
    services: [
      {
        title: 'Campground cleaning',
        description: 'Cleaning of restrooms, picnic sites and campgrounds on public land.',
      },
      {
        title: 'Vault toilet pumping and refuse',
        description: 'Septic and vault toilet pumping, refuse and recycling collection.',
      },
    ],
  },
  {
    companyName: 'Alpine Grounds & Snow Inc.',
    city: 'Heber City',
    zipCode: '84032',
    website: 'https://alpine-grounds.example',
    description:
      'Landscaping in summer, snow removal in winter, for federal and county grounds in Wasatch and Summit counties. Irrigation, tree care, mowing and ice control.',
    employeeCount: 35,
    annualRevenue: 3_000_000,
    naics: ['561730', '561790', '541320'],
    psc: ['S208', 'S218', 'Z1PC'],
    services: [
      { title: 'Grounds maintenance', description: 'Mowing, irrigation, planting, weed control and tree pruning.' },
      {
        title: 'Snow and ice control',
        description: 'Plowing, shoveling and de-icing of lots, walks and access roads.',
      },
    ],
  },
  {
    companyName: 'Wasatch Shield Protective Services Inc.',
    city: 'Salt Lake City',
    zipCode: '84107',
    website: 'https://wasatch-shield.example',
    description:
      'Licensed armed and unarmed guards for government buildings, clinics and events, with a dispatch center, background checks and training of its own.',
    employeeCount: 210,
    annualRevenue: 12_600_000,
    naics: ['561612', '561611', '561621'],
    psc: ['S206', 'S211', 'R615'],
    certifications: [
      { program: 'sdvosb', status: 'active', number: 'VC-DEMO-3155', validSinceDays: 60, expiresInDays: 1035 },
      { program: 'vosb', status: 'active', number: 'VC-DEMO-3155', validSinceDays: 60, expiresInDays: 1035 },
    ],
    services: [
      { title: 'Security guards', description: 'Armed and unarmed security guard, patrol and access control posts.' },
      { title: 'Background investigations', description: 'Personnel screening and background investigations.' },
    ],
    pastPerformance: [
      {
        office: 'vaSaltLake',
        naicsCode: '561612',
        pscCode: 'S206',
        valueUsd: 1_700_000,
        completedDaysAgo: 45,
        title: 'Unarmed guard services',
        description: 'Guard posts at the medical center and four outpatient clinics.',
      },
    ],
  },
  {
    companyName: 'Cedar Breaks Environmental LLC',
    city: 'Cedar City',
    zipCode: '84720',
    website: 'https://cedarbreaks-env.example',
    description:
      'Environmental cleanup and consulting in southern Utah: contaminated soil, abandoned mines, asbestos and lead, underground tanks. Trained in hazardous waste operations and used to remote sites.',
    employeeCount: 26,
    annualRevenue: 6_200_000,
    naics: ['562910', '541620', '562112'],
    psc: ['F108', 'S219', 'S221', 'F109'],
    certifications: [
      { program: '8a', status: 'suspended', number: '8A-DEMO-4377', validSinceDays: 1900, expiresInDays: 1385 },
    ],
    services: [
      {
        title: 'Remediation',
        description: 'Contaminated soil and abandoned mine cleanup, asbestos and lead abatement.',
      },
      { title: 'Environmental studies', description: 'Site assessments, sampling and environmental compliance plans.' },
    ],
    pastPerformance: [
      {
        office: 'blmUtah',
        naicsCode: '562910',
        pscCode: 'F108',
        valueUsd: 1_050_000,
        completedDaysAgo: 230,
        title: 'Abandoned mine waste removal',
        description: 'Removal and capping of mine tailings and closure of eleven shafts.',
      },
    ],
  },
  {
    companyName: 'Uinta Forest Stewards LLC',
    city: 'Kamas',
    zipCode: '84036',
    website: 'https://uinta-stewards.example',
    description:
      'Forestry crews for hazardous fuels reduction, tree thinning, planting, seeding and trail work in the high country of northern Utah.',
    employeeCount: 44,
    annualRevenue: 3_600_000,
    naics: ['115310', '561730', '113310'],
    psc: ['F014', 'F018', 'F003', 'F005'],
    services: [
      { title: 'Fuels reduction', description: 'Tree thinning, mastication, piling and prescribed fire preparation.' },
      {
        title: 'Planting and trails',
        description: 'Tree planting, range seeding and trail construction and maintenance.',
      },
    ],
    pastPerformance: [
      {
        office: 'uintaForest',
        naicsCode: '115310',
        pscCode: 'F014',
        valueUsd: 520_000,
        completedDaysAgo: 140,
        title: 'Hazardous fuels thinning',
        description: 'Hand thinning and piling of 640 acres of conifers.',
      },
    ],
  },
  {
    companyName: 'Flaming Gorge Site Services LLC',
    city: 'Dutch John',
    zipCode: '84023',
    website: 'https://flaminggorge-sites.example',
    description:
      'Facility upkeep in Daggett County: campground hosting, grounds, minor repairs, boat ramp and trash services around the reservoir.',
    employeeCount: 5,
    annualRevenue: 310_000,
    naics: ['561210', '561730', '561720'],
    psc: ['F008', 'S208', 'S205'],
    services: [
      {
        title: 'Recreation site upkeep',
        description: 'Campground hosting, mowing, minor repair, cleaning and trash collection at recreation sites.',
      },
    ],
  },
  {
    companyName: 'Bonneville Pest Solutions LLC',
    city: 'Clearfield',
    zipCode: '84015',
    website: 'https://bonneville-pest.example',
    description:
      'Integrated pest management for housing, food facilities and airfields, including bird control, termite treatment and noxious weed spraying.',
    employeeCount: 12,
    annualRevenue: 1_300_000,
    naics: ['561710', '561730'],
    psc: ['S207', 'F105', 'F006'],
    services: [
      {
        title: 'Integrated pest management',
        description: 'Insect, rodent and bird control and noxious weed treatment with licensed applicators.',
      },
    ],
  },
];
