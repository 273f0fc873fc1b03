import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../common/auth/principal';
import { Clock } from '../../../../common/time/clock';
import { AuthConfig } from '../../../../config';
import { SessionsRepository } from '../../persistence/sessions.repository';
import { TokensService } from '../sessions/tokens.service';

/** Who a bearer token speaks for at this moment: rows by key, on every request, and nothing in between that could be stale. */
@Injectable()
export class Principals {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: TokensService,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  async of(accessToken: string): Promise<Principal | undefined> {
    const subject = await this.tokens.verify('access', accessToken);
    const signedIn = subject && (await this.sessions.findSignedIn(subject.sessionId, subject.userId, this.clock.now()));
    if (!signedIn) return undefined;
    const { hasSecondFactor, ...person } = signedIn;
    const mustEnrolSecondFactor = !hasSecondFactor && this.config.demandsSecondFactor(person.role);
    return { ...person, mustEnrolSecondFactor };
  }
}
