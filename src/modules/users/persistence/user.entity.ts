import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../common/auth/role';
import type { User } from '../domain/user';

@Entity('users')
@Check('users_email_lower_check', 'email = lower(email)')
@Check('users_role_check', `role IN ('viewer', 'business_owner', 'government_official', 'admin')`)
export class UserEntity implements User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id: string;

  @Index('users_email_key', { unique: true })
  @Column('text')
  email: string;

  @Column('text', { name: 'password_hash', select: false })
  passwordHash: string;

  @Column('text', { name: 'first_name' })
  firstName: string;

  @Column('text', { name: 'last_name' })
  lastName: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'company_name', nullable: true })
  companyName: string | null;

  @Column('text')
  role: Role;

  @ForeignKey('AgencyEntity', { name: 'users_agency_fkey', onDelete: 'RESTRICT' })
  @Index('users_agency_idx')
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  @Column('boolean', { name: 'is_active' })
  isActive: boolean;

  @Column('boolean', { name: 'is_verified' })
  isVerified: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
