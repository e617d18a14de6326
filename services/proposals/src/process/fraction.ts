/** Of whole numbers, so that nothing is rounded. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

/** `2/3` as it is, `0.5` as 5/10: no rounding decides a vote. */
export function fractionOf(share: number | string): Fraction | null {
  const written = /^(\d{1,4})\/(\d{1,4})$/.exec(String(share));
  if (written) {
    const [over, under] = [BigInt(written[1] ?? 0), BigInt(written[2] ?? 0)];
    return under > 0n && over <= under ? { over, under } : null;
  }
  const decimal = /^(\d)(?:\.(\d{1,8}))?$/.exec(String(share));
  if (!decimal) return null;
  const places = decimal[2] ?? '';
  const [over, under] = [BigInt(`${decimal[1]}${places}`), 10n ** BigInt(places.length)];
  return over <= under ? { over, under } : null;
}
