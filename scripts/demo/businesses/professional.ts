import type { BusinessTemplate } from './demo-business';

export const PROFESSIONAL_BUSINESSES: readonly BusinessTemplate[] = [
  {
    companyName: 'Crossroads Staffing Partners LLC',
    city: 'Sandy',
    zipCode: '84070',
    website: 'https://crossroads-staffing.example',
    description:
      'Temporary and permanent staffing for public offices: administrative assistants, data entry, warehouse workers, seasonal clerks and nurses.',
    employeeCount: 320,
    annualRevenue: 18_400_000,
    naics: ['561320', '561311', '541612'],
    psc: ['R699', 'R431', 'Q401'],
    certifications: [
      { program: 'wosb', status: 'active', number: 'WB-DEMO-2250', validSinceDays: 260, expiresInDays: 830 },
    ],
    services: [
      {
        title: 'Temporary staffing',
        description: 'Administrative, clerical, data entry and light industrial temporary workers.',
      },
      { title: 'Nurse staffing', description: 'Registered nurses and medical assistants for clinics on short notice.' },
    ],
    pastPerformance: [
      {
        office: 'irsOgden',
        naicsCode: '561320',
        pscCode: 'R699',
        valueUsd: 3_300_000,
        completedDaysAgo: 180,
        title: 'Seasonal clerks',
        description: 'Mail extraction and data entry clerks during filing season.',
      },
    ],
  },
  {
    companyName: 'Puente Language Services LLC',
    city: 'Salt Lake City',
    zipCode: '84119',
    website: 'https://puente-language.example',
    description:
      'Translation and interpreting in 60 languages including American Sign Language, Spanish, Navajo and Tongan, on site, by telephone and by video.',
    employeeCount: 16,
    annualRevenue: 1_400_000,
    naics: ['541930', '561410'],
    psc: ['R608', 'R603'],
    certifications: [{ program: 'edwosb', status: 'pending', certifier: 'U.S. Small Business Administration' }],
    services: [
      { title: 'Interpreting', description: 'Medical, legal and sign language interpreting on site and remotely.' },
      { title: 'Document translation', description: 'Certified translation of notices, forms and web pages.' },
    ],
  },
  {
    companyName: 'Pioneer Press & Sign Co.',
    city: 'Spanish Fork',
    zipCode: '84660',
    website: 'https://pioneer-press.example',
    description:
      'Commercial printer and sign maker in Utah County. Brochures, maps, forms, wayside exhibits, trail signs and vehicle graphics.',
    employeeCount: 41,
    annualRevenue: 6_600_000,
    naics: ['323111', '323113', '541430'],
    psc: ['T011', '9905', '7690', '7610'],
    services: [
      { title: 'Printing and binding', description: 'Offset and digital printing, binding, mailing and fulfillment.' },
      { title: 'Signs and exhibits', description: 'Outdoor interpretive signs, wayside exhibits and screen printing.' },
    ],
    pastPerformance: [
      {
        office: 'bryce',
        naicsCode: '323111',
        pscCode: 'T011',
        valueUsd: 58_000,
        completedDaysAgo: 75,
        title: 'Park newspaper and trail maps',
        description: 'Printing of 400,000 visitor newspapers and folded maps.',
      },
    ],
  },
  {
    companyName: 'Canyonlands Archaeology & Heritage LLC',
    city: 'Monticello',
    zipCode: '84535',
    website: 'https://canyonlands-heritage.example',
    description:
      'Cultural resource consultants in San Juan County. Archaeological survey, testing, site monitoring and paleontological inventory for land managers.',
    employeeCount: 11,
    annualRevenue: 900_000,
    naics: ['541620', '541990', '541690'],
    psc: ['B503', 'F110', 'B599'],
    services: [
      {
        title: 'Archaeological survey',
        description: 'Class III inventory, testing, monitoring and reporting of cultural resources.',
      },
    ],
    pastPerformance: [
      {
        office: 'blmUtah',
        naicsCode: '541620',
        pscCode: 'B503',
        valueUsd: 145_000,
        completedDaysAgo: 310,
        title: 'Cultural resource inventory',
        description: 'Class III archaeological inventory of 4,200 acres before vegetation treatment.',
      },
    ],
  },
  {
    companyName: 'Mountain Meadow Medical Staffing & Therapy PLLC',
    dbaName: 'Mountain Meadow Therapy',
    city: 'Saint George',
    zipCode: '84770',
    website: 'https://mountainmeadow-therapy.example',
    description:
      'Physical, occupational and speech therapy and home health visits in southwestern Utah, with telehealth for rural veterans.',
    employeeCount: 48,
    annualRevenue: 5_800_000,
    naics: ['621340', '621610', '621399'],
    psc: ['Q999', 'Q401', 'Q201'],
    certifications: [{ program: 'sdvosb', status: 'pending', certifier: 'U.S. Small Business Administration' }],
    services: [
      {
        title: 'Therapy services',
        description: 'Physical, occupational and speech therapy in clinics and by telehealth.',
      },
      { title: 'Home health', description: 'Skilled nursing and homemaker visits for veterans at home.' },
    ],
  },
  {
    companyName: 'Sego Lily Training Institute LLC',
    city: 'Bountiful',
    zipCode: '84010',
    website: 'https://segolily-training.example',
    description:
      'Leadership, safety and software training for public employees, in classrooms and online, including curriculum development and accessible course media.',
    employeeCount: 13,
    annualRevenue: 1_600_000,
    naics: ['611430', '611420', '541611'],
    psc: ['U008', 'U012', 'U099'],
    certifications: [
      { program: 'wosb', status: 'expired', number: 'WB-DEMO-2105', validSinceDays: 1300, expiresInDays: -20 },
    ],
    services: [
      {
        title: 'Training and curriculum',
        description: 'Leadership, safety and software courses, curriculum development and e-learning.',
      },
    ],
  },
  {
    companyName: 'Granite Arch Architects PC',
    city: 'Salt Lake City',
    zipCode: '84111',
    website: 'https://granitearch.example',
    description:
      'Architects and interior designers for health, laboratory and historic buildings. Feasibility studies, construction documents and energy retrofits.',
    employeeCount: 37,
    annualRevenue: 7_900_000,
    naics: ['541310', '541330', '541320'],
    psc: ['C1DA', 'C211', 'C1AA'],
    services: [
      {
        title: 'Architecture',
        description: 'Design of clinic, laboratory and office renovations and historic preservation.',
      },
    ],
  },
  {
    companyName: 'Logan Ledger CPAs PLLC',
    city: 'Logan',
    zipCode: '84321',
    website: 'https://logan-ledger.example',
    description:
      'Accountants for public bodies in Cache Valley and beyond: contract audits, indirect cost reviews, grants accounting and financial statement preparation.',
    employeeCount: 20,
    annualRevenue: 2_500_000,
    naics: ['541211', '541219', '541611'],
    psc: ['R704', 'R707', 'R499'],
    services: [
      {
        title: 'Audit and accounting',
        description: 'Financial audit, indirect cost rate review and grants accounting.',
      },
    ],
  },
];
