import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { UtahCounty } from '../domain/utah-county';

@Entity('utah_counties')
@Check('utah_counties_fips_check', `fips ~ '^49[0-9]{2}[13579]$'`)
export class UtahCountyEntity implements UtahCounty {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'utah_counties_pkey' })
  fips: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', array: true })
  neighbours: string[];

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
