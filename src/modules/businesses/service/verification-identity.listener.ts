import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { BUSINESS_IDENTITY_CHANGED, type BusinessIdentityChanged } from '../domain/business.events';
import { VerificationsService } from './verifications.service';

/** Nobody keeps a verification by taking another firm's name. */
@Injectable()
export class VerificationIdentityListener {
  constructor(private readonly verifications: VerificationsService) {}

  /** Inside the transaction of the change: whatever goes wrong here undoes it; by default Nest would only log it. */
  @OnEvent(BUSINESS_IDENTITY_CHANGED, { suppressErrors: false })
  async withdraw({ businessId }: BusinessIdentityChanged): Promise<void> {
    await this.verifications.withdrawAfterIdentityChange(businessId);
  }
}
