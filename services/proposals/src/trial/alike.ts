type Fields = Readonly<Record<string, unknown>>;

/** Whether two values say the same, whatever the order of their fields; one that is undefined is not there, `beside` is not looked at. */
export function alike(one: unknown, other: unknown, beside?: string): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Fields, other as Fields];
  for (const name in a) if (name !== beside && !alike(a[name], b[name], beside)) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined && name !== beside) return false;
  return true;
}
