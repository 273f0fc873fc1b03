import { Column, Entity, ForeignKey, Index, OneToMany, PrimaryColumn } from 'typeorm';
import type { Business } from '../domain/business';
import { BusinessNaicsCodeEntity } from './business-naics-code.entity';
import { BusinessPscCodeEntity } from './business-psc-code.entity';
import { BusinessServiceEntity } from './business-service.entity';
import { CertificationEntity } from './certification.entity';
import { PastPerformanceEntity } from './past-performance.entity';
import { usd } from './usd.transformer';

/** `businesses_company_name_key` (unique by lower-case name among owned profiles) is an expression index of the migration. */
@Entity('businesses')
export class BusinessEntity implements Business {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'businesses_pkey' })
  id: string;

  @ForeignKey('UserEntity', { name: 'businesses_owner_fkey', onDelete: 'SET NULL' })
  @Index('businesses_owner_key', { unique: true })
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column('text', { name: 'company_name' })
  companyName: string;

  @Column('text', { name: 'dba_name', nullable: true })
  dbaName: string | null;

  @Column('text', { name: 'uei_number', nullable: true })
  ueiNumber: string | null;

  @Column('text', { name: 'duns_number', nullable: true })
  dunsNumber: string | null;

  @Column('text', { name: 'state_license_number', nullable: true })
  stateLicenseNumber: string | null;

  @Column('text', { name: 'website_url', nullable: true })
  websiteUrl: string | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { name: 'business_type', nullable: true })
  businessType: string | null;

  @Column('integer', { name: 'employee_count', nullable: true })
  employeeCount: number | null;

  @Column('numeric', { name: 'annual_revenue', precision: 15, scale: 2, nullable: true, transformer: usd })
  annualRevenue: number | null;

  @Column('text', { name: 'zip_code', nullable: true })
  zipCode: string | null;

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

  @OneToMany(() => BusinessNaicsCodeEntity, ({ business }) => business)
  naicsCodes: BusinessNaicsCodeEntity[];

  @OneToMany(() => BusinessPscCodeEntity, ({ business }) => business)
  pscCodes: BusinessPscCodeEntity[];

  @OneToMany(() => CertificationEntity, ({ business }) => business)
  certifications: CertificationEntity[];

  @OneToMany(() => BusinessServiceEntity, ({ business }) => business)
  services: BusinessServiceEntity[];

  @OneToMany(() => PastPerformanceEntity, ({ business }) => business)
  pastPerformance: PastPerformanceEntity[];
}
