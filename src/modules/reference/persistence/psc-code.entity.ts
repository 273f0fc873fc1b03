import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PscCode, PscKind } from '../domain/psc';

@Entity('psc_codes')
@Check('psc_codes_kind_check', `kind IN ('product', 'service')`)
export class PscCodeEntity implements PscCode {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'psc_codes_pkey' })
  code: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text' })
  kind: PscKind;

  @Column({ name: 'group_code', type: 'text', nullable: true })
  groupCode: string | null;

  @Column({ type: 'text' })
  category: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
