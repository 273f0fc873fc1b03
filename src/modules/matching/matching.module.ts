import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgenciesModule } from '../agencies';
import { BusinessesModule } from '../businesses';
import { EligibilityModule } from '../eligibility';
import { OpportunitiesModule } from '../opportunities';
import { ReferenceModule } from '../reference';
import { CompletenessController } from './http/completeness.controller';
import { MatchingController } from './http/matching.controller';
import { OpportunityMatchesController } from './http/opportunity-matches.controller';
import { MatchBusinessProcessor } from './jobs/match-business.processor';
import { MatchOpportunitiesProcessor } from './jobs/match-opportunities.processor';
import { MatchingAnnouncer } from './jobs/matching-announcer';
import { EvaluationPoolReadModel } from './persistence/evaluation-pool.read-model';
import { MatchStatesRepository } from './persistence/match-states.repository';
import { MatchesReadModel } from './persistence/matches.read-model';
import { MatchesRepository } from './persistence/matches.repository';
import { matchingEntities } from './persistence/matching.entities';
import { OpportunityRevisionsReadModel } from './persistence/opportunity-revisions.read-model';
import { TermVectorsReadModel } from './persistence/term-vectors.read-model';
import { TextCorporaRepository } from './persistence/text-corpora.repository';
import { BusinessFeaturesService } from './service/business-features.service';
import { BusinessMatcher } from './service/business-matcher.service';
import { ComputedMatches } from './service/computed-matches.service';
import { MatchBusinessesService } from './service/match-businesses.service';
import { MatchLists } from './service/match-lists.service';
import { MatchOpportunitiesService } from './service/match-opportunities.service';
import { MatchableOpportunities } from './service/matchable-opportunities.service';
import { MatchesService } from './service/matches.service';
import { MatchingEvaluation } from './service/matching-evaluation.service';
import { MatchingSweep } from './service/matching-sweep.service';
import { OpportunityBoardService } from './service/opportunity-board.service';
import { OpportunityMatchesService } from './service/opportunity-matches.service';
import { ProfileCompleteness } from './service/profile-completeness.service';
import { RematchService } from './service/rematch.service';
import { ScoringContextService } from './service/scoring-context.service';

@Module({
  imports: [
    ReferenceModule,
    AgenciesModule,
    BusinessesModule,
    OpportunitiesModule,
    EligibilityModule,
    TypeOrmModule.forFeature(matchingEntities),
  ],
  controllers: [MatchingController, OpportunityMatchesController, CompletenessController],
  providers: [
    MatchesRepository,
    MatchesReadModel,
    MatchStatesRepository,
    OpportunityRevisionsReadModel,
    TermVectorsReadModel,
    EvaluationPoolReadModel,
    TextCorporaRepository,
    ScoringContextService,
    MatchableOpportunities,
    OpportunityBoardService,
    BusinessFeaturesService,
    BusinessMatcher,
    ComputedMatches,
    MatchLists,
    MatchBusinessesService,
    MatchOpportunitiesService,
    MatchingSweep,
    RematchService,
    MatchingEvaluation,
    MatchesService,
    OpportunityMatchesService,
    ProfileCompleteness,
    MatchingAnnouncer,
    MatchBusinessProcessor,
    MatchOpportunitiesProcessor,
  ],
  exports: [RematchService, MatchingEvaluation],
})
export class MatchingModule {}
