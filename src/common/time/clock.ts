/** The one source of "now". Rules get the instant as a parameter; services ask the clock. */
export abstract class Clock {
  /** The clock of the machine, or one that stands still at the given instant. */
  static from(instant: Date | undefined): Clock {
    return instant ? new FixedClock(instant) : new SystemClock();
  }

  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still at one instant, so that a run on old notices can be repeated to the last digit (`HUB_NOW`). */
export class FixedClock extends Clock {
  constructor(private readonly instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }
}
