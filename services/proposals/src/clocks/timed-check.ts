/** What is looked at again when its time has come: a case, or a locality as a whole. */
export type TimedCheck = {
  readonly kind: 'CASE' | 'LOCALITY';
  readonly id: string;
  /** Events of its stream of warnings so far. */
  readonly streamVersion: number;
};

/** The id under which a locality itself is looked at. */
export const localityCheckId = (tenant: number): string =>
  `00000000-0000-0000-0000-${String(tenant).padStart(12, '0')}`;

/** Something has just changed: look as soon as possible, whatever the clock says. */
export const AT_ONCE = '1970-01-01T00:00:00.000Z';
