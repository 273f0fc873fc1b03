import { validateSync } from 'class-validator';
import { isEmailAddress, IsEmailAddress } from './email-address';

class Somebody {
  @IsEmailAddress()
  email: unknown;
}

const problemsOf = (email: unknown): unknown[] =>
  validateSync(Object.assign(new Somebody(), { email })).map(({ constraints }) => constraints);

describe('an e-mail address', () => {
  it.each(['ada@example.com', "o'hara+hub@sub.example.com", 'ADA@Example.COM', 'jörg@bücher.example'])(
    'is %j',
    (email) => {
      expect([problemsOf(email), isEmailAddress(email)]).toEqual([[], true]);
    },
  );

  it.each([
    '"ada"@example.com',
    '"a\r\nb"@example.com',
    '"a@b"@example.com',
    'ada@example\u3002com',
    'ada@example\uFF0Ecom',
    'ada@example\uFF61com',
    'ada@mail\u3002example.com',
    'ada@mail\uFF61example.com',
    'nobody',
    7,
    null,
  ])('is not %j', (email) => {
    expect([problemsOf(email), isEmailAddress(email)]).toEqual([[{ isEmail: 'email must be an email' }], false]);
  });
});
