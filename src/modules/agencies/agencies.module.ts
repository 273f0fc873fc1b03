import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit';
import { AgenciesController } from './http/agencies.controller';
import { AgencyEntity } from './persistence/agency.entity';
import { AgenciesRepository } from './persistence/agencies.repository';
import { AgenciesService } from './service/agencies.service';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([AgencyEntity])],
  controllers: [AgenciesController],
  providers: [AgenciesRepository, AgenciesService],
  exports: [AgenciesService],
})
export class AgenciesModule {}
