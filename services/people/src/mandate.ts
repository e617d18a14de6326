import {
  accept,
  type CalendarDate,
  isCalendarDate,
  type NewEvent,
  type Outcome,
  refuse,
} from '@duban/kernel';

export type MandateKind = 'DEPUTY' | 'CPPCC_MEMBER';
export type MandateStatus = 'ACTIVE' | 'SUSPENDED' | 'ENDED';

/** A deputy's or member's mandate (代表/委员资格) in one locality for one term (届). */
export type Mandate = {
  readonly id: string;
  readonly personId: string;
  readonly kind: MandateKind;
  readonly certificateNumber: string | null;
  /** 届, as the place writes it: 第十八届. */
  readonly term: string;
  readonly electoralUnit: string | null;
  readonly delegation: string | null;
  readonly sector: string | null;
  readonly party: string | null;
  readonly status: MandateStatus;
  readonly reason: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly version: number;
};

export type MandateWish = Omit<Mandate, 'id' | 'status' | 'reason' | 'version'>;

/** Deputies belong to delegations (代表团), members to sectors (界别): naming the other kind's is a mistake. */
export function decideRegister(
  mandateId: string,
  wish: MandateWish,
  person: { readonly name: string },
  existing: readonly Mandate[],
): Outcome<NewEvent> {
  const refused = checkPeriod(wish) ?? checkBelonging(wish);
  if (refused) return refused;
  const same = existing.some(
    (other) => other.kind === wish.kind && other.status !== 'ENDED' && overlaps(other, wish),
  );
  if (same) return refuse('MANDATE_ALREADY_REGISTERED');
  return accept({ type: 'mandate.registered', payload: { mandateId, name: person.name, ...wish } });
}

function checkPeriod({ from, to }: MandateWish) {
  if (!isCalendarDate(from)) return refuse('DATE_INVALID', { field: 'from' });
  if (to !== null && !isCalendarDate(to)) return refuse('DATE_INVALID', { field: 'to' });
  return to !== null && to < from ? refuse('PERIOD_REVERSED', { from, to }) : null;
}

function checkBelonging({ kind, delegation, sector }: MandateWish) {
  if (kind === 'DEPUTY' && sector !== null) return refuse('SECTOR_NOT_FOR_DEPUTIES');
  return kind === 'CPPCC_MEMBER' && delegation !== null ? refuse('DELEGATION_NOT_FOR_MEMBERS') : null;
}

const overlaps = (a: Pick<Mandate, 'from' | 'to'>, b: MandateWish): boolean =>
  (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);

/** 暂时停止执行代表职务: only a mandate in force can be suspended. */
export function decideSuspend(mandate: Mandate, reason: string): Outcome<NewEvent> {
  if (mandate.status === 'ENDED') return refuse('MANDATE_ALREADY_ENDED');
  if (mandate.status === 'SUSPENDED') return refuse('MANDATE_ALREADY_SUSPENDED');
  return accept({
    type: 'mandate.suspended',
    payload: { mandateId: mandate.id, personId: mandate.personId, reason },
  });
}

/** 恢复执行代表职务. */
export function decideResume(mandate: Mandate, reason: string): Outcome<NewEvent> {
  if (mandate.status === 'ENDED') return refuse('MANDATE_ALREADY_ENDED');
  if (mandate.status === 'ACTIVE') return refuse('MANDATE_NOT_SUSPENDED');
  return accept({
    type: 'mandate.resumed',
    payload: { mandateId: mandate.id, personId: mandate.personId, reason },
  });
}

/** 资格终止: final. The day may lie in the past (decisions arrive late), not before the mandate began, not ahead. */
export function decideEndMandate(
  mandate: Mandate,
  { on, reason }: { readonly on: CalendarDate; readonly reason: string },
  today: CalendarDate,
): Outcome<NewEvent> {
  if (mandate.status === 'ENDED') return refuse('MANDATE_ALREADY_ENDED');
  if (!isCalendarDate(on)) return refuse('DATE_INVALID', { field: 'on' });
  if (on > today) return refuse('DATE_IN_FUTURE', { field: 'on' });
  if (on < mandate.from) return refuse('PERIOD_REVERSED', { from: mandate.from, to: on });
  const payload = { mandateId: mandate.id, personId: mandate.personId, kind: mandate.kind, on, reason };
  return accept({ type: 'mandate.ended', payload });
}
