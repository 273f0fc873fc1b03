import { Test } from '@nestjs/testing';
import { DomainError } from '../../../common/errors/domain-error';
import { loadReferenceFacts, ReferenceService } from '../../reference';
import { NO_EXCLUSIONS, type OwnExclusions } from '../domain/business';
import { BusinessFactsChecker } from './business-facts.checker';

let checker: BusinessFactsChecker;

beforeAll(async () => {
  const facts = { provide: ReferenceService, useValue: { facts: loadReferenceFacts } };
  const module = await Test.createTestingModule({ providers: [BusinessFactsChecker, facts] }).compile();
  checker = module.get(BusinessFactsChecker);
});

function refusalOf(given: Partial<OwnExclusions>): unknown {
  try {
    checker.checkOwnExclusions({ ...NO_EXCLUSIONS, ...given });
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, fields: error.fields } : error;
  }
}

describe('what a firm says that it does not want', () => {
  it.each<Partial<OwnExclusions>>([
    {},
    { agencies: ['Bureau of Prisons', 'U.S.', 'Cañon'.normalize('NFD')] },
    { setAsides: ['["8A"]', 'NONE', 'BICIV'] },
  ])('is taken as it is: %j', (given) => {
    expect(refusalOf(given)).toBeUndefined();
  });

  it.each<[Partial<OwnExclusions>, string, string]>([
    [{ setAsides: ['8A', 'GOLD'] }, 'ownExclusions.setAsides', 'unknown-set-aside'],
    [{ agencies: ['Bureau of Prisons', '---'] }, 'ownExclusions.agencies', 'no-word'],
    [{ agencies: ['The'] }, 'ownExclusions.agencies', 'no-word'],
  ])('is refused where it would exclude nothing: %j', (given, field, code) => {
    expect(refusalOf(given)).toEqual({
      code: 'validation-failed',
      fields: [{ field, code, message: expect.any(String) }],
    });
  });
});
