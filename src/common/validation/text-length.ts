import { ValidateBy, type ValidationOptions } from 'class-validator';
import { characterCount } from '../text/character-count';

/** With the names of class-validator's own, which the API document is made by; those pass over variation selectors. */
const lengthBetween = (
  name: 'isLength' | 'maxLength',
  least: number,
  most: number,
  options?: ValidationOptions,
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      constraints: [least, most],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && characterCount(value) >= least && characterCount(value) <= most,
        defaultMessage: () =>
          `${options?.each ? 'each value in ' : ''}$property must have ${least > 0 ? '$constraint1 to' : 'at most'} $constraint2 characters`,
      },
    },
    options,
  );

/** A text of so many characters at most, counted as everywhere. */
export const MaxLength = (most: number, options?: ValidationOptions): PropertyDecorator =>
  lengthBetween('maxLength', 0, most, options);

/** A text of so many characters, counted as everywhere. */
export const Length = (least: number, most: number, options?: ValidationOptions): PropertyDecorator =>
  lengthBetween('isLength', least, most, options);
