/** Does the work while something else goes on beside it, again and again, and then ends that. */
export async function alongside<Result>(
  meanwhile: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  let over = false;
  const going = (async () => {
    while (!over) await meanwhile();
  })();
  try {
    return await work();
  } finally {
    over = true;
    await going;
  }
}
