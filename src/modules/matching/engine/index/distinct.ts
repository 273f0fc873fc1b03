/** Marks an item without a value. */
export const ABSENT = -1;

/** Many items, few different values: every value once, and for every item the number of its value. */
export interface Distinct<Value> {
  readonly values: readonly Value[];
  readonly numberOf: Int32Array;
}

/** Values with equal keys are one; null is absent. */
export function distinct<Item, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value | null,
  keyOf: (value: Value) => string,
): Distinct<Value> {
  const values: Value[] = [];
  const numbers = new Map<string, number>();
  const numberOf = new Int32Array(items.length).fill(ABSENT);
  items.forEach((item, position) => {
    const value = valueOf(item);
    if (value === null) return;
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, values.push(value) - 1);
    numberOf[position] = known ?? values.length - 1;
  });
  return { values, numberOf };
}
