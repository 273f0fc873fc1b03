import { describeSessionRaces } from '../support/describe-session-races';

describeSessionRaces({ rounds: 100, triesOfEach: 250, interleavings: 1_000 });
