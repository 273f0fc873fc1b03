import { escapeLike } from './escape-like';

/** Conditions of one statement that hold together, with the values of its parameters. Values never become SQL text. */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Adds a value; answers its placeholder. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.conditions.push(condition);
  }

  /** Adds the condition only where its value is given. */
  addIfGiven<T>(value: T | undefined, condition: (placeholder: string, value: T) => string): void {
    if (value !== undefined) this.add(condition(this.parameter(value), value));
  }

  /**
   * The condition, not yet added, that the column begins with one of these. One by one, because an index serves
   * `like 'a%' or like 'b%'` and not `like any`.
   */
  startsWithAny(column: string, prefixes: readonly string[]): string {
    const either = prefixes.map((prefix) => `${column} like ${this.parameter(`${escapeLike(prefix)}%`)}`);
    return `(${either.join(' or ')})`;
  }

  toString(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' and ');
  }
}
