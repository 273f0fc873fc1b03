import { ValidateBy } from 'class-validator';

/** Two fields that say the same in different ways: whoever sends both would have to guess which one counts. */
export const NotTogetherWith = (other: string): PropertyDecorator =>
  ValidateBy({
    name: 'notTogetherWith',
    validator: {
      validate: (value: unknown, given) =>
        value === undefined || given === undefined || Reflect.get(given.object, other) === undefined,
      defaultMessage: () => `$property cannot be sent together with ${other}`,
    },
  });
