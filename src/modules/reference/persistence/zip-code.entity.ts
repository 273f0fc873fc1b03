import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ZipPlace } from '../domain/zip-place';
import { UtahCountyEntity } from './utah-county.entity';

@Entity('zip_codes')
@Check('zip_codes_zip_check', `zip ~ '^[0-9]{5}$'`)
@Check('zip_codes_position_check', '(latitude IS NULL) = (longitude IS NULL)')
export class ZipCodeEntity implements ZipPlace {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'zip_codes_pkey' })
  zip: string;

  @Column({ type: 'text' })
  city: string;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text' })
  county: string;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @ForeignKey(() => UtahCountyEntity, { name: 'zip_codes_county_fips_fkey' })
  @Index('zip_codes_county_fips_idx')
  @Column({ name: 'county_fips', type: 'text', nullable: true })
  countyFips: string | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
