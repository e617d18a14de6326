import { describe, expect, test } from '@jest/globals';
import { checkAdminDatabase, judgeServer } from './admin-database.js';

const good = { version: 150_000, text: '15.0', user: 'admin', allowed: true };

describe('the administrator’s database', () => {
  test('is good from version 15 on, for whoever may make roles and databases', () => {
    expect(judgeServer(good)).toBeUndefined();
  });

  test.each([
    ['a version that is too old', { ...good, version: 140_012, text: '14.12' }, /14\.12/],
    ['a user without rights', { ...good, user: 'reader', allowed: false }, /reader/],
  ])('is refused for %s, in both languages', (_, server, named) => {
    const both = { zh: expect.stringMatching(named), en: expect.stringMatching(named) };
    expect(() => judgeServer(server)).toThrow(expect.objectContaining(both));
  });

  test.each([
    ['mysql://a:b@localhost/c', /DATABASE_URL/],
    ['not a url', /DATABASE_URL/],
    ['postgres://a:secret@127.0.0.1:1/c', /127\.0\.0\.1:1\/c.*ECONNREFUSED/],
  ])('%s is told apart without showing the password', async (url, named) => {
    const failure = await checkAdminDatabase(url).catch((error) => error);
    expect([failure.zh, failure.en]).toEqual([expect.stringMatching(named), expect.stringMatching(named)]);
    expect(failure.zh + failure.en).not.toContain('secret');
  });
});
