import { describeSessionRaces } from '../support/describe-session-races';

describeSessionRaces({ rounds: 3, triesOfEach: 3, interleavings: 15 });
