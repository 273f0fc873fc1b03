import 'reflect-metadata';

const OPTIONAL_BODY = 'hub:optional-body';

/** Requests of this class may come without a body; then it is as if `{}` had been sent. */
export const OptionalBody =
  (): ClassDecorator =>
  (target): void =>
    Reflect.defineMetadata(OPTIONAL_BODY, true, target);

export const isOptionalBody = (type: object | undefined): boolean =>
  type !== undefined && Reflect.getMetadata(OPTIONAL_BODY, type) === true;
