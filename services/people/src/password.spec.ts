import { describe, expect, test } from '@jest/globals';
import { passwordProblems, remember } from './password.js';

const OWNER = { login: '900001.zhang-wei.2', name: '张伟明' };

describe('a new password', () => {
  test.each([
    ['Kettle-42', OWNER, []],
    ['kettle-42', OWNER, []],
    ['KETTLE-42', OWNER, []],
    ['水壶abc123', OWNER, []],
    ['Kettl-4', OWNER, ['TOO_SHORT']],
    ['', OWNER, ['TOO_SHORT', 'TOO_SIMPLE']],
    [`Aa1${'x'.repeat(197)}`, OWNER, []],
    [`Aa1${'x'.repeat(198)}`, OWNER, ['TOO_LONG']],
    ['kettlekettle', OWNER, ['TOO_SIMPLE']],
    ['Kettlekettle', OWNER, ['TOO_SIMPLE']],
    ['12345678', OWNER, ['TOO_SIMPLE']],
    ['ａｂｃｄ１２３４', OWNER, ['TOO_SIMPLE']],
    ['Zhang-42x', OWNER, ['HAS_LOGIN']],
    ['ZHANG.wxyz.42', OWNER, ['HAS_LOGIN']],
    ['ab.WEI.4242', OWNER, ['HAS_LOGIN']],
    ['x-900001-Y', OWNER, ['HAS_LOGIN']],
    ['Ab2-2-2-2', OWNER, []],
    ['张伟abc123', OWNER, ['HAS_NAME']],
    ['伟明abc123', OWNER, ['HAS_NAME']],
    ['张明abc123', OWNER, []],
    ['张伟明', OWNER, ['TOO_SHORT', 'TOO_SIMPLE', 'HAS_NAME']],
    ['sMITH-4242', { login: 'x.y', name: 'Ann Smith' }, ['HAS_NAME']],
    ['aNN-424242', { login: 'x.y', name: 'Ann Smith' }, ['HAS_NAME']],
    ['Kettle-42', { login: 'x.y', name: null }, []],
  ])('%s of %j: %j', (password, owner, expected) =>
    expect(passwordProblems(password, owner)).toEqual(expected),
  );
});

test('five are remembered, newest first', () => {
  const history = ['1', '2', '3', '4', '5', '6'].reduce<string[]>((known, hash) => remember(hash, known), []);
  expect(history).toEqual(['6', '5', '4', '3', '2']);
});
