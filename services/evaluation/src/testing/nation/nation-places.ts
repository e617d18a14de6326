/** How the country is made up: as many provinces, cities and counties as there are, about. */
export type NationShape = {
  readonly provinces: number;
  readonly cities: number;
  readonly counties: number;
  /** Counties that moved to the next city of their province on a day. */
  readonly moves: number;
};

export const THE_COUNTRY: NationShape = { provinces: 31, cities: 340, counties: 2_850, moves: 5 };

export type NationPlace = {
  readonly number: number;
  readonly level: string;
  readonly ancestors: readonly number[];
  /** Where it stood until the day it moved; null when it never did. */
  readonly before: readonly number[] | null;
  /** Its share of the cases of the country, not yet divided by the sum of all. */
  readonly weight: number;
};

export const NATION = 100_000;
export const MOVED_ON = '2024-07-01';

/** Places from the top down. A few have many cases and most have few (weights fall with the rank within the level). */
export function nationPlaces({ provinces, cities, counties, moves }: NationShape): NationPlace[] {
  const province = (at: number): number => 110_000 + at * 10_000;
  const city = (at: number): number => province(at % provinces) + 100 + Math.floor(at / provinces) * 100;
  const above = (at: number): number[] => {
    const within = at % cities;
    return [city(within), province(within % provinces), NATION];
  };
  const skewed = (rank: number, of: number, share: number): number =>
    (share * (1 / (rank + 8))) / Math.log(of + 8);
  return [
    { number: NATION, level: 'NATION', ancestors: [], before: null, weight: 0.004 },
    ...Array.from({ length: provinces }, (_, at) => {
      const weight = skewed(at, provinces, 0.03);
      return { number: province(at), level: 'PROVINCE', ancestors: [NATION], before: null, weight };
    }),
    ...Array.from({ length: cities }, (_, at) => {
      const ancestors = [province(at % provinces), NATION];
      return { number: city(at), level: 'CITY', ancestors, before: null, weight: skewed(at, cities, 0.15) };
    }),
    ...Array.from({ length: counties }, (_, at) => {
      const ancestors = above(at);
      const number = (ancestors[0] ?? 0) + 1 + Math.floor(at / cities);
      const before = at < moves ? above(at + provinces) : null;
      return { number, level: 'COUNTY', ancestors, before, weight: skewed(at, counties, 0.82) };
    }),
  ];
}
