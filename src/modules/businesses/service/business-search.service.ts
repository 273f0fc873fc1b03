import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { invalidField } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { findUtahCounty, ReferenceService } from '../../reference';
import { searchedNaics } from '../domain/business-search-codes';
import { searchWords } from '../domain/business-search-words';
import type { BusinessFilter, BusinessSlice, Circle, FoundBusinesses } from '../domain/business-search';
import { utahDay } from '../domain/utah-day';
import { BusinessesReadModel } from '../persistence/businesses.read-model';

/** What a client asks for; names, places and codes are checked against the reference facts. */
export interface BusinessQuestion extends Omit<BusinessFilter, 'words' | 'countyFips' | 'near' | 'day'> {
  /** Words in any order. */
  readonly q?: string;
  /** Name of a Utah county (`Utah` is Utah County, never the state) or its FIPS code. */
  readonly county?: string;
  /** Five digits, and statute miles round the centroid of that ZIP code: both or neither. */
  readonly zip?: string;
  readonly radiusMiles?: number;
  /** Utah day, `YYYY-MM-DD`; absent: today. */
  readonly validOn?: string;
}

/** Finds firms by what everybody may see of them. */
@Injectable()
export class BusinessSearchService {
  constructor(
    private readonly readModel: BusinessesReadModel,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `validation-failed` for a county, sector or ZIP code that does not exist, and for half a circle */
  async search(reader: Principal, question: BusinessQuestion, slice: BusinessSlice): Promise<FoundBusinesses> {
    const filter = this.toFilter(question);
    if (slice.sort === 'distance' && !filter.near) {
      throw invalidField('sort', 'distance-needs-zip', 'Sorting by distance needs a zip and radiusMiles.');
    }
    return this.readModel.search(filter, slice, { readerId: reader.userId, seesAll: reader.role === 'admin' });
  }

  private toFilter({ q, county, zip, radiusMiles, validOn, naics, ...rest }: BusinessQuestion): BusinessFilter {
    return {
      ...rest,
      words: q === undefined ? undefined : searchWords(q),
      naics: naics?.flatMap(searchedNaics),
      countyFips: county === undefined ? undefined : this.toCountyFips(county),
      near: this.toCircle(zip, radiusMiles),
      day: validOn ?? utahDay(this.clock.now()),
    };
  }

  private toCountyFips(county: string): string {
    const { counties } = this.reference.facts();
    const found = counties.get(county.trim()) ?? findUtahCounty(counties.values(), county);
    if (!found) throw invalidField('county', 'unknown-county', 'There is no such county in Utah.');
    return found.fips;
  }

  private toCircle(zip: string | undefined, radiusMiles: number | undefined): Circle | undefined {
    if (zip === undefined && radiusMiles === undefined) return undefined;
    if (zip === undefined) throw invalidField('radiusMiles', 'radius-needs-zip', 'A radius needs a zip to lie round.');
    if (radiusMiles === undefined) throw invalidField('zip', 'zip-needs-radius', 'A zip needs radiusMiles round it.');
    const { latitude, longitude } = this.reference.facts().zip(zip) ?? {};
    if (typeof latitude !== 'number' || typeof longitude !== 'number') {
      throw invalidField('zip', 'unknown-zip', 'There is no such ZIP code, or it has no place of its own.');
    }
    return { latitude, longitude, radiusMiles };
  }
}
