import { createHmac } from 'node:crypto';
import { keyDayOf, oldestKeyDayOf, visitorOf } from '../../../src/engagement/visitor';

const hash = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('base64url');
const key = new Uint8Array(32).fill(7);
const browser = { ip: '192.0.2.1', userAgent: 'Firefox', host: 'bakery.test' };

describe('a visitor', () => {
  it('is the same all day, and another one with another key, address, browser or site', () => {
    const names = [
      visitorOf(key, browser, hash),
      visitorOf(key, { ...browser }, hash),
      visitorOf(new Uint8Array(32).fill(8), browser, hash),
      visitorOf(key, { ...browser, ip: '192.0.2.2' }, hash),
      visitorOf(key, { ...browser, userAgent: 'Chrome' }, hash),
      visitorOf(key, { ...browser, host: 'shop.test' }, hash),
    ];
    expect(names[0]).toBe(names[1]);
    expect(new Set(names).size).toBe(5);
    expect(names[0]).toMatch(/^[\w-]{16}$/);
  });

  it('has a key that is 48 hours old at most', () => {
    const end = Date.parse('2026-05-03T00:00:00Z');
    expect(keyDayOf(end - 1)).toBe('2026-05-02');
    expect(oldestKeyDayOf(end - 1)).toBe('2026-05-01');
    expect(oldestKeyDayOf(end)).toBe('2026-05-02');
  });
});
