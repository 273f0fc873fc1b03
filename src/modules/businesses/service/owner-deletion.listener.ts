import { Injectable } from '@nestjs/common';
import { type AccountDeleted, OnAccountDeleted } from '../../users';
import { BusinessesService } from './businesses.service';

/** A profile is personal data of its owner: it goes with the account. */
@Injectable()
export class OwnerDeletion {
  constructor(private readonly businesses: BusinessesService) {}

  @OnAccountDeleted()
  async deleteProfile({ userId }: AccountDeleted): Promise<void> {
    await this.businesses.deleteOwned(userId);
  }
}
