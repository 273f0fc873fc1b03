import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { AddressKind, BusinessAddress } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_addresses')
@Index('business_addresses_business_idx', ['businessId'])
@Index('business_addresses_principal_key', ['businessId'], { unique: true, where: `kind = 'principal'` })
@Check('business_addresses_kind_check', `kind IN ('principal', 'mailing', 'branch')`)
export class BusinessAddressEntity implements BusinessAddress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_addresses_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_addresses_business_fkey' })
  business?: unknown;

  @Column('text')
  kind: AddressKind;

  @Column('text', { nullable: true })
  line1: string | null;

  @Column('text', { nullable: true })
  line2: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { nullable: true })
  state: string | null;

  @Column('text', { name: 'zip_code' })
  zipCode: string;

  @Column('text', { nullable: true })
  county: string | null;

  @Column('text', { name: 'county_fips', nullable: true })
  countyFips: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;
}
