import { createHash } from 'node:crypto';
import { generateSecret } from 'otplib';
import { inGroups, RECOVERY_CODE_BYTES, recoveryCodeHash } from './recovery-code';

const CODE = 'MFRGGZDFMZTWQ2LKNNWG23TP';

describe('a recovery code', () => {
  it('is shown in groups of four', () => {
    expect(inGroups(CODE)).toBe('MFRG-GZDF-MZTW-Q2LK-NNWG-23TP');
    expect(inGroups(generateSecret({ length: RECOVERY_CODE_BYTES }))).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  });

  it('is stored as its SHA-256', () => {
    expect(recoveryCodeHash(CODE)).toBe(createHash('sha256').update(CODE).digest('base64url'));
  });

  it.each([
    inGroups(CODE),
    CODE.toLowerCase(),
    ' MFRG GZDF  MZTW Q2LK NNWG 23TP\t',
    'MFRG–GZDF—MZTW‐Q2LK−NNWG-23TP',
    'mfrg-gzdf-mztw-q2lk-nnwg-23tp\n',
  ])('is the same however it is typed: %j', (typed) => {
    expect(recoveryCodeHash(typed)).toBe(recoveryCodeHash(CODE));
  });

  it('takes digits that no code has for the letters that they look like', () => {
    expect(recoveryCodeHash('0181-0181')).toBe(recoveryCodeHash('OIBIOIBI'));
  });

  it.each(['', CODE.slice(1), `${CODE}A`, CODE.replace('M', 'N'), [...CODE].reverse().join('')])(
    'is another one than %j',
    (typed) => {
      expect(recoveryCodeHash(typed)).not.toBe(recoveryCodeHash(CODE));
    },
  );
});
