export { MatchingModule } from './matching.module';
export {
  type EvaluationProfile,
  readProfiles,
  readRelevanceCases,
  type RelevanceCase,
} from './domain/evaluation-profile';
export type { RankingMetrics } from './domain/ranking-metrics';
export { type Evaluation, type EvaluationResult, MatchingEvaluation } from './service/matching-evaluation.service';
export { RematchService } from './service/rematch.service';
