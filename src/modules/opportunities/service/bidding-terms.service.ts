import { Injectable } from '@nestjs/common';
import { NIL } from 'uuid';
import { notFound } from '../../../common/errors/domain-error';
import type { BiddingTerms } from '../domain/bidding-terms';
import { BiddingTermsReadModel } from '../persistence/bidding-terms.read-model';

/** Rows a page: some milliseconds of work for whoever walks. */
const PAGE = 200;

/** What decides who may bid, for the rules of eligibility. */
@Injectable()
export class BiddingTermsService {
  constructor(private readonly terms: BiddingTermsReadModel) {}

  /** @throws DomainError `not-found`, for drafts and withdrawn ones too */
  async get(opportunityId: string, now: Date): Promise<BiddingTerms> {
    const found = await this.terms.findPublic(opportunityId, now);
    if (!found) throw notFound('opportunity');
    return found;
  }

  /** All that an offer may be made on at `now`, in bounded pages, between which the process does other things. */
  async *walkBiddable(now: Date): AsyncGenerator<readonly BiddingTerms[]> {
    for (let afterId: string = NIL; ;) {
      const page = await this.terms.findBiddableAfter(afterId, PAGE, now);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      afterId = page.at(-1)?.id ?? afterId;
    }
  }
}
