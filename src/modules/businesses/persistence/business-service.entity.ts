import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BusinessService } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_services')
@Index('business_services_business_idx', ['businessId'])
export class BusinessServiceEntity implements BusinessService {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_services_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_services_business_fkey' })
  business?: unknown;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  description: string | null;
}
