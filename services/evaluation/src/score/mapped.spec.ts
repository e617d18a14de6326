import { describe, expect, test } from '@jest/globals';
import { decimal } from '../sheet/decimal.js';
import type { Indicator, PointMapping } from '../sheet/indicator.js';
import { mapped } from './mapped.js';

const indicator = (mapping: PointMapping, more: Partial<Indicator> = {}): Indicator => ({
  name: { zh: '指标', en: 'indicator' },
  weight: 20,
  measure: { kind: 'SHARE' },
  missing: 'ZERO',
  mapping,
  ...more,
});

const STEPS = [
  { atLeast: 95, points: 20 },
  { atLeast: 90, points: '12.5' },
  { atLeast: 60, points: 5 },
];

describe('how a value becomes points', () => {
  test.each<[string, PointMapping, value: string, points: string]>([
    ['LINEAR', { kind: 'LINEAR' }, '0', '0'],
    ['LINEAR', { kind: 'LINEAR' }, '87.5', '17.5'],
    ['LINEAR', { kind: 'LINEAR' }, '100', '20'],
    ['LINEAR between 40 and 90', { kind: 'LINEAR', from: 40, to: 90 }, '40', '0'],
    ['LINEAR between 40 and 90', { kind: 'LINEAR', from: 40, to: 90 }, '65', '10'],
    ['LINEAR between 40 and 90', { kind: 'LINEAR', from: 40, to: 90 }, '93', '20'],
    ['STEP', { kind: 'STEP', steps: STEPS }, '95', '20'],
    ['STEP', { kind: 'STEP', steps: STEPS }, '94.999', '12.5'],
    ['STEP', { kind: 'STEP', steps: STEPS }, '60', '5'],
    ['STEP', { kind: 'STEP', steps: STEPS }, '59.9', '0'],
    ['PER_POINT_DEDUCTION', { kind: 'PER_POINT_DEDUCTION', per: 1 }, '96', '16'],
    ['PER_POINT_DEDUCTION', { kind: 'PER_POINT_DEDUCTION', per: 1 }, '99.5', '19.5'],
    ['PER_POINT_DEDUCTION to zero', { kind: 'PER_POINT_DEDUCTION', per: 1 }, '50', '0'],
    ['PER_POINT_DEDUCTION below 98', { kind: 'PER_POINT_DEDUCTION', below: 98, per: '0.5' }, '98', '20'],
    ['PER_POINT_DEDUCTION below 98', { kind: 'PER_POINT_DEDUCTION', below: 98, per: '0.5' }, '90', '16'],
    ['ALL_OR_NOTHING', { kind: 'ALL_OR_NOTHING' }, '100', '20'],
    ['ALL_OR_NOTHING', { kind: 'ALL_OR_NOTHING' }, '99.99', '0'],
    ['ALL_OR_NOTHING from 90', { kind: 'ALL_OR_NOTHING', atLeast: 90 }, '90', '20'],
    ['COUNT_DEDUCTION', { kind: 'COUNT_DEDUCTION', per: 3 }, '0', '20'],
    ['COUNT_DEDUCTION', { kind: 'COUNT_DEDUCTION', per: 3 }, '2', '14'],
    ['COUNT_DEDUCTION to zero', { kind: 'COUNT_DEDUCTION', per: 3 }, '7', '0'],
    ['COUNT_DEDUCTION, two free', { kind: 'COUNT_DEDUCTION', per: 3, free: 2 }, '3', '17'],
  ])('%s: %j of %s is %s', (_, mapping, value, points) => {
    expect(mapped(indicator(mapping), decimal(value)).toFixed()).toBe(points);
  });

  test.each<[Partial<Indicator>, value: string, points: string]>([
    [{ floor: 5 }, '0', '5'],
    [{ cap: 15 }, '100', '15'],
    [{ floor: 5, cap: 15 }, '50', '10'],
  ])('with %j, %s is %s', (bounds, value, points) => {
    expect(mapped(indicator({ kind: 'LINEAR' }, bounds), decimal(value)).toFixed()).toBe(points);
  });
});
