import type { Locality } from './evaluation-database.js';

/** For specs: a nation of two provinces with as many counties as are wanted. */
export type RandomCountry = {
  readonly places: readonly Locality[];
  readonly counties: readonly number[];
  /** Places that cases are of: every one but the nation. */
  readonly holders: readonly number[];
  /** Where a county may be put, nearest first: under a city, or under a province that has no city for it. */
  readonly parents: readonly (readonly number[])[];
};

const NATION = 1;
const PROVINCES = [4, 5];
const COUNTIES_OF_CITY = 8;

export function randomCountry(size: number): RandomCountry {
  const provinces = PROVINCES.map((number) => ({ number, level: 'PROVINCE', ancestors: [NATION] }));
  const cities = Array.from({ length: Math.max(2, Math.ceil(size / COUNTIES_OF_CITY)) }, (_none, index) => {
    const province = PROVINCES[index % PROVINCES.length] as number;
    const number = province * 10 + 1 + Math.floor(index / PROVINCES.length);
    return { number, level: 'CITY', ancestors: [province, NATION] };
  });
  const counties = Array.from({ length: size }, (_none, index) => {
    const city = cities[index % cities.length] as Locality;
    const number = city.number * 100 + 1 + Math.floor(index / cities.length);
    return { number, level: 'COUNTY', ancestors: [city.number, ...city.ancestors] };
  });
  const below = [...provinces, ...cities, ...counties];
  return {
    places: [{ number: NATION, level: 'NATION', ancestors: [] }, ...below],
    counties: counties.map(({ number }) => number),
    holders: below.map(({ number }) => number),
    parents: [...cities, ...provinces].map(({ number, ancestors }) => [number, ...ancestors]),
  };
}
