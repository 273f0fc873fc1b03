export { MatchingModule } from './matching.module';
export { RematchService } from './service/rematch.service';
