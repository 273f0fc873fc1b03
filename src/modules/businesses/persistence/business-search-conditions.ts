/** What holds together in one statement, with the values of its parameters. Values never become SQL text. */
export class SearchConditions {
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
  addIfGiven<T>(value: T | undefined, condition: (placeholder: string) => string): void {
    if (value !== undefined) this.add(condition(this.parameter(value)));
  }

  toString(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join('\n   AND ');
  }
}
