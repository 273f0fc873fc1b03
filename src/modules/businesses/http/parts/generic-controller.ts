import type { Type } from '@nestjs/common';

/** Gives a class that was made by a function the name that documents and logs show. */
export const named = <T extends Type<unknown>>(type: T, name: string): T =>
  Object.defineProperty(type, 'name', { value: name });

/** Tells pipes and the document what the body is: a type parameter leaves no trace at run time. */
export const bodyIs = (controller: Type<unknown>, handler: string, position: number, type: Type<unknown>): void => {
  const prototype: unknown = controller.prototype;
  if (typeof prototype !== 'object' || prototype === null) return;
  const types: unknown = Reflect.getMetadata('design:paramtypes', prototype, handler);
  if (!Array.isArray(types)) return;
  Reflect.defineMetadata('design:paramtypes', types.with(position, type), prototype, handler);
};
