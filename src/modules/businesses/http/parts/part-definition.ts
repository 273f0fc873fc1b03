import type { Type } from '@nestjs/common';
import type { BusinessParts, NewPart, PartKind } from '../../domain/business-parts';

/** One list of a profile as the API shows it. */
export interface PartDefinition<Kind extends PartKind, Request extends object, Response extends object> {
  readonly kind: Kind;
  /** Singular, for the names of schemas: `Licence`. */
  readonly name: string;
  /** What the list holds, for the document. */
  readonly about: string;
  readonly request: Type<Request>;
  readonly changes: Type<Partial<Request>>;
  readonly response: Type<Response>;
  toPart(request: Request): NewPart<Kind>;
  /** Only what the request names; an absent field stays as it is. */
  toChanges(request: Partial<Request>): Partial<NewPart<Kind>>;
  toResponse(part: BusinessParts[Kind]): Response;
}
