import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Agency, AgencyLevel } from '../domain/agency';

/** `agencies_name_key` (unique by lower-case name) is an expression index of the migration. */
@Entity('agencies')
@Check('agencies_level_check', `level IN ('federal', 'state', 'county', 'city', 'district', 'education', 'tribal')`)
@Check('agencies_narrowing_check', 'department IS NOT NULL OR (sub_tier IS NULL AND office_code IS NULL)')
export class AgencyEntity implements Agency {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agencies_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  level: AgencyLevel;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { name: 'sub_tier', nullable: true })
  subTier: string | null;

  @Column('text', { name: 'office_code', nullable: true })
  officeCode: string | null;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
