import { DomainError } from '../../../common/errors/domain-error';
import { InputPipe } from '../../../infra/http';
import type { OpportunitySlice } from '../domain/opportunity-search';
import type { OpportunityQuestion } from '../service/opportunities.service';
import { toQuestion, toSlice } from './opportunity.question';
import { SearchOpportunitiesQuery } from './search-opportunities.query';

const read = async (given: object): Promise<{ question: OpportunityQuestion; slice: OpportunitySlice }> => {
  const query: unknown = await new InputPipe().transform(given, { type: 'query', metatype: SearchOpportunitiesQuery });
  if (!(query instanceof SearchOpportunitiesQuery)) throw new Error('not a query');
  return { question: toQuestion(query), slice: toSlice(query) };
};

const refusedFields = async (given: object): Promise<string[]> => {
  const error: unknown = await read(given).catch((reason: unknown) => reason);
  return error instanceof DomainError ? error.fields.map(({ field }) => field) : [];
};

describe('the parameters of a search', () => {
  it('ask for open ones, newest first, when nothing is given', async () => {
    const { question, slice } = await read({});
    expect(question.status).toEqual(['open']);
    expect(slice).toEqual({ sort: 'postedAt', order: 'desc', limit: 20, offset: 0 });
  });

  it('rank by relevance when words are given', async () => {
    expect((await read({ q: 'roof' })).slice).toMatchObject({ sort: 'relevance', order: 'desc' });
    expect((await read({ q: 'roof', sort: 'dueAt' })).slice).toMatchObject({ sort: 'dueAt', order: 'asc' });
  });

  it('take several values separated by commas', async () => {
    const { question } = await read({
      naics: '5415, 31-33',
      psc: 'da01,70',
      status: 'open,closed',
      setAside: '8A,unknown',
    });
    expect(question).toMatchObject({
      naics: ['5415', '31-33'],
      psc: ['DA01', '70'],
      status: ['open', 'closed'],
      setAside: ['8A', 'unknown'],
    });
  });

  it('drop the filter by status for any', async () => {
    expect((await read({ status: 'any' })).question.status).toBeUndefined();
  });

  it('read days as days in Utah, the last one included', async () => {
    const { question } = await read({ dueFrom: '2026-04-10', dueTo: '2026-04-10', postedTo: '2026-04-10T12:00:00Z' });
    expect(question.dueFrom).toEqual(new Date('2026-04-10T06:00:00Z'));
    expect(question.dueTo).toEqual(new Date('2026-04-11T06:00:00Z'));
    expect(question.postedTo).toEqual(new Date('2026-04-10T12:00:00Z'));
  });

  it.each([
    ['true', true],
    ['false', false],
  ])('read biddable=%s', async (text, biddable) => {
    expect((await read({ biddable: text })).question.biddable).toBe(biddable);
  });

  it.each<[string, unknown]>([
    ['limit', '101'],
    ['offset', '-1'],
    ['sort', 'id; select pg_sleep(5)'],
    ['order', 'up'],
    ['status', 'draft'],
    ['status', 'open,withdrawn'],
    ['naics', '5'],
    ['naics', ''],
    ['naics', ['5415', '5416']],
    ['noticeType', 'x'],
    ['psc', 'DA0%'],
    ['biddable', 'yes'],
    ['biddable', ['true', 'false']],
    ['q', ''],
    ['q', ['a', 'b']],
    ['state', 'Utah'],
    ['dueFrom', '2026-02-31'],
    ['dueFrom', '10.04.2026'],
    ['postedTo', ['2026-04-10', '2026-04-11']],
    ['colour', 'red'],
  ])('refuse %s=%p', async (field, value) => {
    expect(await refusedFields({ [field]: value })).toEqual([field]);
  });
});
