import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { toCsv } from '../../../common/text/csv';
import { AuditLog } from '../../audit';
import type { Business } from '../domain/business';
import { businessCsvColumns, toBusinessCsvRow } from '../domain/import/business-csv';
import { BusinessesService } from './businesses.service';

const BUSINESSES_PER_PAGE = 200;

type Page = readonly Business[];

/** Called after each page with the number of profiles so far. */
type OnPage = (businesses: number) => void;

/** Writes all profiles, owned or not, in the columns that an import takes. There is none for tax numbers. */
@Injectable()
export class ExportBusinessesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly audit: AuditLog,
  ) {}

  /** CSV in parts. The first one is read before this answers, so that a database that is away is known in time. Audited. */
  async export(onPage?: OnPage): Promise<AsyncIterable<string>> {
    const pages = this.pages();
    const first = await pages.next();
    await this.audit.record({ action: 'businesses.exported' });
    return partsOf(first.done ? [] : first.value, pages, onPage);
  }

  /** The same to a file. */
  async exportFile(path: string, onPage?: OnPage): Promise<void> {
    await pipeline(await this.export(onPage), createWriteStream(path));
  }

  private async *pages(): AsyncGenerator<Page> {
    for await (const ids of this.businesses.walkIds(BUSINESSES_PER_PAGE)) yield this.businesses.getMany(ids);
  }
}

async function* partsOf(first: Page, rest: AsyncIterable<Page>, onPage?: OnPage): AsyncGenerator<string> {
  let count = first.length;
  yield linesOf(first, true);
  onPage?.(count);
  for await (const page of rest) {
    yield linesOf(page, false);
    count += page.length;
    onPage?.(count);
  }
}

const linesOf = (page: Page, header: boolean): string =>
  toCsv(businessCsvColumns, [...page].sort(byId).map(toBusinessCsvRow), { header });

const byId = (a: Business, b: Business): number => (a.id < b.id ? -1 : 1);
