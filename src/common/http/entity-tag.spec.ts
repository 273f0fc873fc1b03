import { isStale, versionsOf } from './entity-tag';

describe('If-Match', () => {
  const matches = (ifMatch: string | undefined): boolean => !isStale(7, versionsOf(ifMatch));

  it.each([undefined, '*', ' * ', '"7"', '"7","7"', '"abc", "7"', '"7", "abc"', '"8" ,"7"', 'W/"7", "7"', '"", "7"'])(
    '%s matches the version 7',
    (ifMatch) => expect(matches(ifMatch)).toBe(true),
  );

  it.each(['', '"8"', '7', '"7', 'W/"7"', '"07"', '"7x"', '"a"7"b"', '"6", "8"', '"abc"', ',', '"77777777777777"'])(
    '%s does not',
    (ifMatch) => expect(matches(ifMatch)).toBe(false),
  );
});
