/** Date arithmetic of the model: written apart from the kernel's, so that the two can disagree. */

const DAY = 86_400_000;

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export function plusWorkdays(date: string, days: number): string {
  let at = date;
  for (let left = days; left > 0; ) {
    at = plusDays(at, 1);
    if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
  }
  return at;
}

export function plusMonths(date: string, months: number): string {
  const day = Number(date.slice(8));
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const length = Math.round((next.getTime() - first.getTime()) / DAY);
  return plusDays(first.toISOString().slice(0, 10), Math.min(day, length) - 1);
}
