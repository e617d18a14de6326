/**
 * Waits for all of them to end, also when one fails, and throws the first failure. For statements of one
 * transaction that need not wait for each other's answers: they are sent, and done, in their order.
 */
export async function together<const Each extends readonly Promise<unknown>[]>(
  each: Each,
): Promise<{ -readonly [At in keyof Each]: Awaited<Each[At]> }> {
  await Promise.allSettled(each);
  return (await Promise.all(each)) as { -readonly [At in keyof Each]: Awaited<Each[At]> };
}
