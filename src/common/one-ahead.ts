/** Asks for the next item before the present one is worked on, and never for more. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    let next = items.next();
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = items.next();
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await items.return(undefined);
  }
}
