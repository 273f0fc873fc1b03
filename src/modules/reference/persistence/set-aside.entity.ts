import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgramCode } from '../domain/certification-program';
import type { SetAside, SetAsideCode, SetAsideFamily } from '../domain/set-aside';

@Entity('set_asides')
export class SetAsideEntity implements SetAside {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'set_asides_pkey' })
  code: SetAsideCode;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  family: SetAsideFamily;

  @Column({ name: 'sole_source', type: 'boolean' })
  soleSource: boolean;

  @Column({ type: 'boolean' })
  partial: boolean;

  @Column({ name: 'requires_small', type: 'boolean' })
  requiresSmall: boolean;

  @Column({ name: 'accepted_programs', type: 'text', array: true })
  acceptedPrograms: ProgramCode[];

  @Column({ name: 'pending_accepted', type: 'boolean' })
  pendingAccepted: boolean;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
