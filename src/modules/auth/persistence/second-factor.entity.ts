import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SecondFactor } from '../domain/second-factor';

@Entity('second_factors')
export class SecondFactorEntity implements SecondFactor {
  @ForeignKey('UserEntity', { name: 'second_factors_user_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'second_factors_pkey' })
  userId: string;

  @Column('text', { name: 'key_id' })
  keyId: string;

  /** Encrypted with the key; the person's id is the context, so that no row opens in another one's place. */
  @Column('bytea', { name: 'sealed_secret' })
  sealedSecret: Buffer;

  @Column('integer', { name: 'last_step' })
  lastStep: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Null while no code has shown yet that the secret arrived in an app. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('boolean', { name: 'address_verified', default: true })
  addressVerified: boolean;
}
