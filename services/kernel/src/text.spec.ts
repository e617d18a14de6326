import { describe, expect, test } from '@jest/globals';
import { fillText } from './refusal.js';
import { checkText } from './text.js';

describe('text a person typed', () => {
  test.each([
    ['关于增设公交站的建议', null],
    ['one\n\ttwo\r\n', null],
    ['𠮷𠮷𠮷', null],
    ['a\0b', 'TEXT_INVALID'],
    ['a\u0007b', 'TEXT_INVALID'],
    ['a\u007fb', 'TEXT_INVALID'],
    ['\ud842', 'TEXT_INVALID'],
    ['x\udfb7', 'TEXT_INVALID'],
    ['', 'TEXT_EMPTY'],
    [' \n\u3000', 'TEXT_EMPTY'],
    ['一'.repeat(21), 'TEXT_TOO_LONG'],
  ])('%j: %s', (text, code) => {
    expect(checkText('title', text, { max: 20 })?.code ?? null).toBe(code);
  });

  test('is counted in characters and not in code units', () => {
    expect(checkText('title', '𠮷'.repeat(20), { max: 20 })).toBeNull();
    expect(checkText('title', '𠮷'.repeat(21), { max: 20 })?.params).toEqual({
      field: 'title',
      max: 20,
      length: 21,
    });
  });

  test('may be empty where that is allowed', () => {
    expect(checkText('title', '', { max: 20, min: 0 })).toBeNull();
  });
});

test("a refusal's text is filled, and a name without a value stays visible", () => {
  expect(fillText('“{field}”最多 {max} 个字', { field: '标题', max: 0 })).toBe('“标题”最多 0 个字');
  expect(fillText('{a} {b}', { a: null })).toBe('{a} {b}');
});
