import { auditSubjects } from './audit-event';
import { personOfChanges } from './note-event';

const [ACTOR, SUBJECT] = ['an actor', 'a subject'];

describe('the person whose key seals what was changed', () => {
  it.each([
    ['user', SUBJECT],
    ['agency', null],
    ...auditSubjects.filter((type) => type !== 'user' && type !== 'agency').map((type) => [type, ACTOR] as const),
    [null, ACTOR],
  ] as const)('of %s is %s', (subjectType, person) => {
    expect(personOfChanges({ actorId: ACTOR, subjectType, subjectId: SUBJECT })).toBe(person);
  });
});
