import type { CalendarDate } from '@duban/kernel';
import type { Mandate, MandateKind, MandateStatus } from '../mandate.js';
import { type Found, MANDATE } from '../people.read.js';
import { conditionsOf, type ListSource } from '../people-list.read.js';

export type MandateFilter = {
  readonly kind?: MandateKind | null;
  readonly status?: MandateStatus | null;
  readonly delegation?: string | null;
  readonly sector?: string | null;
  readonly name?: string | null;
  readonly on?: CalendarDate | null;
};

export type MandateListRow = Found<Mandate>;

/** Mandates with their persons' names, which they are sorted and searched by. */
const FROM = `people.mandate JOIN (SELECT tenant_id AS person_tenant, id AS known_person, name FROM people.person) AS person
  ON person_tenant = tenant_id AND known_person = person_id`;

export function mandateList(tenant: number, filter: MandateFilter): ListSource {
  const given = conditionsOf(tenant, [
    [filter.kind, (at) => `kind = ${at}`],
    [filter.status, (at) => `status = ${at}`],
    [filter.delegation, (at) => `delegation = ${at}`],
    [filter.sector, (at) => `sector = ${at}`],
    [filter.name, (at) => `position(${at} IN name) > 0`],
    [filter.on, (at) => `valid_from <= ${at}::date AND (valid_to IS NULL OR valid_to >= ${at}::date)`],
  ]);
  return { columns: MANDATE, from: FROM, ...given };
}
