import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

const CURSOR = /^after:(\d{1,9})$/;

/** Where the next part of a list begins. Clients pass it back as it is and read nothing from it. */
export const encodeCursor = (offset: number): string => Buffer.from(`after:${offset}`).toString('base64url');

/** Undefined for what was never given out. */
export const decodeCursor = (cursor: string): number | undefined => {
  const offset = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  return offset === undefined ? undefined : Number(offset);
};

@ValidatorConstraint({ name: 'pageCursor' })
export class PageCursor implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && decodeCursor(value) !== undefined;
  }

  defaultMessage(): string {
    return 'cursor must be the nextCursor of an earlier answer';
  }
}
