import 'reflect-metadata';

export interface VariableOptions {
  /** Name in the environment. */
  readonly name: string;
  /** What it means, with its unit: becomes the comment in `.env.example`. */
  readonly about: string;
  /** Value where the environment says nothing. */
  readonly default?: string;
  /** Instead of `default`, but never in production: for secrets and addresses that nobody may forget to set there. */
  readonly developmentDefault?: string;
  readonly optional?: boolean;
  readonly secret?: boolean;
  /** Shares its value with no other variable of this kind: one leaked key must open one door. */
  readonly unique?: boolean;
}

export interface Variable extends VariableOptions {
  readonly property: string;
}

const declared = new WeakMap<object, Variable[]>();

/** Fills this field from an environment variable; the class-validator decorators beside it say what is allowed. */
export const FromEnvironment =
  (options: VariableOptions): PropertyDecorator =>
  (target, property) => {
    const variables = declared.get(target.constructor) ?? [];
    declared.set(target.constructor, [...variables, { ...options, property: String(property) }]);
  };

export const variablesOf = (configClass: ConfigClass): readonly Variable[] => declared.get(configClass) ?? [];

export type ConfigClass<T extends object = object> = new () => T;
