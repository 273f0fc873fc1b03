import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NaicsCode, NaicsLevel } from '../domain/naics';

@Entity('naics_codes')
@Check('naics_codes_level_check', 'level BETWEEN 2 AND 6')
export class NaicsCodeEntity implements NaicsCode {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'naics_codes_pkey' })
  code: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'smallint' })
  level: NaicsLevel;

  @ForeignKey(() => NaicsCodeEntity, { name: 'naics_codes_parent_code_fkey' })
  @Index('naics_codes_parent_code_idx')
  @Column({ name: 'parent_code', type: 'text', nullable: true })
  parentCode: string | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
