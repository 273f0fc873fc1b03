import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceController } from './http/reference.controller';
import { referenceEntities } from './persistence/reference.entities';
import { ReferenceReadModel } from './persistence/reference.read-model';
import { ReferenceService } from './service/reference.service';

@Module({
  imports: [TypeOrmModule.forFeature(referenceEntities)],
  controllers: [ReferenceController],
  providers: [ReferenceService, ReferenceReadModel],
  exports: [ReferenceService],
})
export class ReferenceModule {}
