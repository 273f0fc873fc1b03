import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { CacheConfig } from '../../../config';
import { Cache } from '../../../infra/cache';
import { noteInRequestContext } from '../../../infra/logging';
import { ReferenceService, sizeStandardsOn } from '../../reference';
import type { Business } from '../domain/business';
import { BUSINESS_CHANGED, type BusinessChanged } from '../domain/business.events';
import { mayChange, maySee } from '../domain/business.policy';
import type { BusinessView } from '../domain/business-view';
import { completenessOf } from '../domain/completeness';
import { determineSize } from '../domain/size/size-determination';
import { utahDay } from '../domain/utah-day';
import { BusinessesService } from './businesses.service';

/** How the two views are written out. */
export interface Renderings {
  readonly public: (view: BusinessView) => object;
  readonly owner: (view: BusinessView) => object;
}

export interface RenderedBusiness {
  readonly json: string;
  readonly version: number;
}

type ViewKind = keyof Renderings;

/** What decides who may see a cached view, kept before its text. */
type Access = Pick<Business, 'ownerId' | 'visibility' | 'version'>;

const keysOf = (id: string) =>
  ({ guard: `business:${id}:guard`, public: `business:${id}:public`, owner: `business:${id}:owner` }) as const;

/**
 * Profiles as they are answered. What everybody sees and what the owner sees are two entries of the cache, kept for half an
 * hour and dropped with every change; without Redis the same answers are made each time.
 */
@Injectable()
export class BusinessViews {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly cache: Cache,
    private readonly config: CacheConfig,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  /** The profile for this reader. @throws DomainError `not-found`, also for a private profile of somebody else */
  async read(reader: Principal, id: string, renderings: Renderings): Promise<RenderedBusiness> {
    noteInRequestContext({ businessId: id });
    if (this.config.viewSeconds === 0) return this.render(reader, await this.businesses.get(id), renderings);
    const keys = keysOf(id);
    const [guard, shown, owned] = await this.cache.getMany([keys.guard, keys.public, keys.owner]);
    const known = this.choose(reader, shown, owned);
    if (known) return known;
    const business = await this.businesses.get(id);
    const rendered = this.render(reader, business, renderings);
    const entry = entryOf(business, rendered.json);
    await this.cache.fill(keys[kindFor(reader, business)], entry, this.config.viewSeconds, {
      key: keys.guard,
      seen: guard,
    });
    return rendered;
  }

  render(reader: Principal, business: Business, renderings: Renderings): RenderedBusiness {
    if (!maySee(reader, business)) throw notFound('business');
    const json = JSON.stringify(renderings[kindFor(reader, business)](this.viewOf(business)));
    return { json, version: business.version };
  }

  @OnEvent(BUSINESS_CHANGED)
  async drop({ businessId }: BusinessChanged): Promise<void> {
    if (this.config.viewSeconds === 0) return;
    const keys = keysOf(businessId);
    await this.cache.drop([keys.public, keys.owner], keys.guard);
  }

  private viewOf(business: Business): BusinessView {
    const today = utahDay(this.clock.now());
    const primary = business.naicsCodes.find(({ isPrimary }) => isPrimary);
    return {
      business,
      isSmallBusiness: primary ? this.isSmall(business, primary.code, today) : null,
      profileCompletenessScore: completenessOf(business, today).score,
    };
  }

  private isSmall(business: Business, naicsCode: string, today: string): boolean | null {
    const standards = sizeStandardsOn(this.reference.facts().sizeStandards.get(naicsCode) ?? [], today);
    const { answer } = determineSize(business, standards, naicsCode, today);
    return answer === 'cannot-tell' ? null : answer === 'small';
  }

  /** Undefined where neither entry can be given to this reader. */
  private choose(
    reader: Principal,
    shown: string | undefined,
    owned: string | undefined,
  ): RenderedBusiness | undefined {
    const [asPublic, asOwner] = [readEntry(shown), readEntry(owned)];
    const access = asPublic ?? asOwner;
    if (!access) return undefined;
    if (!maySee(reader, access)) throw notFound('business');
    return kindFor(reader, access) === 'owner' ? asOwner : asPublic;
  }
}

const kindFor = (reader: Principal, business: Pick<Business, 'ownerId'>): ViewKind =>
  mayChange(reader, business) ? 'owner' : 'public';

const NOBODY = '-';

/** One line that says who may see it, then the text as it is answered: nothing is parsed on the way. */
const entryOf = ({ ownerId, visibility, version }: Business, json: string): string =>
  `${ownerId ?? NOBODY} ${visibility} ${version}\n${json}`;

const readEntry = (entry: string | undefined): (Access & RenderedBusiness) | undefined => {
  const end = entry?.indexOf('\n') ?? -1;
  if (entry === undefined || end < 0) return undefined;
  const [ownerId = NOBODY, visibility, version] = entry.slice(0, end).split(' ');
  return {
    ownerId: ownerId === NOBODY ? null : ownerId,
    visibility: visibility === 'public' ? 'public' : 'private',
    version: Number(version),
    json: entry.slice(end + 1),
  };
};
