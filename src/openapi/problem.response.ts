import { ApiProperty } from '@nestjs/swagger';

/** One rejected value of a request. */
export class ProblemField {
  /** Its path, `services.0.title`. */
  field: string;
  /** Stable, for programs. */
  code: string;
  /** For people. */
  message: string;
}

/** What every error answers: RFC 9457. */
export class Problem {
  /** Names the kind of problem, `urn:hub:problem:not-found`. */
  type: string;
  /** The words of the status. */
  title: string;
  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599 })
  status: number;
  /** One sentence for people. */
  detail: string;
  /** Path of the request; where that cannot be read, the id of the answer as a URN. */
  instance: string;
  /** Stable, for programs, `not-found`. */
  code: string;
  /** What is wrong with which value; only on 422. */
  errors?: ProblemField[];
}
