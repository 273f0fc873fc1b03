import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BusinessOrigin, OwnExclusions, SamRegistration, ServiceArea, Visibility } from '../domain/business';
import type { BusinessRow } from './business-row';
import { usd } from './usd.transformer';

/**
 * Lists are read by SQL together with the row: see `profile.sql.ts`. `businesses_company_name_key` (unique by lower-case name
 * among owned profiles) and `businesses_name_idx` are expression indexes of migrations.
 */
@Entity('businesses')
@Index('businesses_name_idx', { synchronize: false })
@Check('businesses_origin_check', `origin IN ('owner', 'sam-entities', 'csv')`)
@Check('businesses_visibility_check', `visibility IN ('public', 'private')`)
@Check('businesses_fiscal_year_check', 'fiscal_year_end_month BETWEEN 1 AND 12')
@Index('businesses_uei_idx', ['ueiNumber'], { where: 'uei_number IS NOT NULL' })
export class BusinessEntity implements BusinessRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'businesses_pkey' })
  id: string;

  @ForeignKey('UserEntity', { name: 'businesses_owner_fkey', onDelete: 'SET NULL' })
  @Index('businesses_owner_key', { unique: true })
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text', { default: 'owner' })
  origin: BusinessOrigin;

  @Column('text', { default: 'public' })
  visibility: Visibility;

  @Column('text', { name: 'company_name' })
  companyName: string;

  @Column('text', { name: 'dba_name', nullable: true })
  dbaName: string | null;

  @Column('text', { name: 'uei_number', nullable: true })
  ueiNumber: string | null;

  @Column('text', { name: 'duns_number', nullable: true })
  dunsNumber: string | null;

  /** Key under which the number is sealed. Read by nobody but `Eins`. */
  @Column('text', { name: 'ein_key_id', nullable: true, select: false })
  einKeyId: string | null;

  @Column('bytea', { name: 'ein_sealed', nullable: true, select: false })
  einSealed: Buffer | null;

  @Column('text', { name: 'ein_last_four', nullable: true })
  einLastFour: string | null;

  @Column('text', { name: 'state_license_number', nullable: true })
  stateLicenseNumber: string | null;

  @Column('text', { name: 'website_url', nullable: true })
  websiteUrl: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { name: 'business_type', nullable: true })
  businessType: string | null;

  @Column('text', { name: 'sam_business_types', array: true, default: () => "'{}'" })
  samBusinessTypes: readonly string[];

  @Column('integer', { name: 'employee_count', nullable: true })
  employeeCount: number | null;

  @Column('numeric', { name: 'annual_revenue', precision: 15, scale: 2, nullable: true, transformer: usd })
  annualRevenue: number | null;

  @Column('date', { name: 'established_on', nullable: true })
  establishedOn: string | null;

  @Column('smallint', { name: 'fiscal_year_end_month', default: 12 })
  fiscalYearEndMonth: number;

  @Column('text', { name: 'zip_code', nullable: true })
  zipCode: string | null;

  @Column('jsonb', { name: 'sam_registration', nullable: true })
  samRegistration: SamRegistration | null;

  @Column('boolean', { nullable: true })
  excluded: boolean | null;

  @Column('date', { name: 'excluded_stated_on', nullable: true })
  excludedStatedOn: string | null;

  @Column('numeric', { name: 'bonding_single_usd', precision: 15, scale: 2, nullable: true, transformer: usd })
  bondingSingleUsd: number | null;

  @Column('numeric', { name: 'bonding_aggregate_usd', precision: 15, scale: 2, nullable: true, transformer: usd })
  bondingAggregateUsd: number | null;

  @Column('numeric', { name: 'contract_value_min_usd', precision: 15, scale: 2, nullable: true, transformer: usd })
  contractValueMinUsd: number | null;

  @Column('numeric', { name: 'contract_value_max_usd', precision: 15, scale: 2, nullable: true, transformer: usd })
  contractValueMaxUsd: number | null;

  @Column('jsonb', { name: 'service_area', nullable: true })
  serviceArea: ServiceArea | null;

  @Column('jsonb', {
    name: 'own_exclusions',
    default: { naicsCodes: [], pscCodes: [], setAsides: [], states: [], agencies: [] },
  })
  ownExclusions: OwnExclusions;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('integer', { name: 'match_revision' })
  matchRevision: number;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
