import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import type { Clock } from '../../src/common/time/clock';
import { UnitOfWork } from '../../src/infra/database';
import { NoticeEntity } from '../../src/modules/opportunities/persistence/notice.entity';
import { NoticesRepository } from '../../src/modules/opportunities/persistence/notices.repository';
import { OpportunitiesReadModel } from '../../src/modules/opportunities/persistence/opportunities.read-model';
import { OpportunitiesRepository } from '../../src/modules/opportunities/persistence/opportunities.repository';
import { OpportunityEntity } from '../../src/modules/opportunities/persistence/opportunity.entity';
import { OpportunitiesService } from '../../src/modules/opportunities/service/opportunities.service';
import { RecordNoticesService } from '../../src/modules/opportunities/service/record-notices.service';
import { ReferenceService } from '../../src/modules/reference';
import { ReferenceReadModel } from '../../src/modules/reference/persistence/reference.read-model';

export interface Opportunities {
  readonly dataSource: DataSource;
  readonly events: EventEmitter2;
  readonly recorder: RecordNoticesService;
  readonly service: OpportunitiesService;
  close(): Promise<void>;
}

/** The services of the module on a database of the caller, without an application round them. */
export async function openOpportunities(url: string, clock: Clock): Promise<Opportunities> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    entities: [OpportunityEntity, NoticeEntity],
  }).initialize();
  const unitOfWork = new UnitOfWork(dataSource);
  const repository = new OpportunitiesRepository(unitOfWork);
  const reference = new ReferenceService(new ReferenceReadModel(unitOfWork));
  const events = new EventEmitter2();
  return {
    dataSource,
    events,
    recorder: new RecordNoticesService(
      unitOfWork,
      new NoticesRepository(unitOfWork),
      repository,
      reference,
      clock,
      events,
    ),
    service: new OpportunitiesService(new OpportunitiesReadModel(unitOfWork), repository, reference, clock),
    close: () => dataSource.destroy(),
  };
}
