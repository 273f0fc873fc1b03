import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_person_keys')
export class AuditPersonKeyEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'audit_person_keys_pkey' })
  personId: string;

  /** Null once the person is erased: the row stays, so that nothing personal is ever sealed for them again. */
  @Column('bytea', { nullable: true })
  key: Buffer | null;
}
