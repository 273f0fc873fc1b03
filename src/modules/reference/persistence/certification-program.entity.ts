import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificationProgram, ProgramCode } from '../domain/certification-program';

@Entity('certification_programs')
@Check('certification_programs_term_years_check', 'term_years > 0')
export class CertificationProgramEntity implements CertificationProgram {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'certification_programs_pkey' })
  code: ProgramCode;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  certifier: string;

  @Column({ name: 'self_represented', type: 'boolean' })
  selfRepresented: boolean;

  @Column({ name: 'term_years', type: 'smallint', nullable: true })
  termYears: number | null;

  @Column({ type: 'text' })
  renewal: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
