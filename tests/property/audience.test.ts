import fc from 'fast-check';
import { domainToASCII } from 'node:url';
import { addressOf, lineOf } from '../../src/audience/address';
import {
  confirmToken,
  confirmWithin,
  readConfirmToken,
  readUnsubscribeToken,
} from '../../src/audience/mail-token';
import { escapeHtml, fillerOf, placeholder, withoutPlaceholders } from '../../src/audience/placeholder';
import { returnAddressOf } from '../../src/audience/return-to';
import { base64urlOf, bytesOf } from '../../src/shared/token/base64url';
import { readToken, signingKeyOf, signToken, tokensOf } from '../../src/shared/token';

const part = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u001f'));
const parts = fc.array(part, { minLength: 1, maxLength: 4 });
const key = signingKeyOf('a secret of this test');

describe('tokens', () => {
  it('give back what was signed', () => {
    fc.assert(
      fc.property(parts, fc.string(), (values, purpose) => {
        expect(readToken(key, purpose, signToken(key, purpose, values))).toEqual(values);
      }),
    );
  });

  it('are nothing once any bit is flipped', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (values, seed) => {
        const bytes = Buffer.from(signToken(key, 'confirm', values), 'latin1');
        const bit = seed % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(readToken(key, 'confirm', bytes.toString('latin1'))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('open nothing but their purpose, and nothing with another key', () => {
    fc.assert(
      fc.property(parts, (values) => {
        const token = signToken(key, 'confirm', values);
        expect(readToken(key, 'unsubscribe', token)).toBeNull();
        expect(readToken(signingKeyOf('another'), 'confirm', token)).toBeNull();
      }),
    );
  });

  it('never throw for foreign text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readToken(key, 'confirm', text)).toBeNull();
        expect(readUnsubscribeToken(tokensOf(['x']), text)).toBeNull();
      }),
    );
  });

  it('of the old key work after a new key was put before it', () => {
    const token = confirmToken(tokensOf(['old']), 'person', 5);
    const tokens = tokensOf(['new', 'old']);
    expect(readConfirmToken(tokens, token, 5)).toEqual({
      contact: 'person',
      askedAt: 5,
      expired: false,
    });
    expect(readConfirmToken(tokens, token, 6 + confirmWithin)?.expired).toBe(true);
    expect(readConfirmToken(tokensOf(['new']), token, 5)).toBeNull();
  });
});

it('base64url is that of Node, both ways', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url');
      expect(base64urlOf(bytes)).toBe(text);
      expect(bytesOf(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

describe('what people type', () => {
  it('never makes a second line in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(lineOf(text)).not.toMatch(/[\r\n\0\u2028\u2029]/);
        expect(addressOf(text, domainToASCII) ?? '').not.toMatch(/[\s,;<>]/);
      }),
    );
  });

  it('never becomes an element of the mail or another value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (content, name) => {
        const fill = fillerOf(`<p>${escapeHtml(withoutPlaceholders(content))}</p>${placeholder('name')}`);
        const mail = fill({ name: escapeHtml(name) });
        expect(mail.match(/</g)).toHaveLength(2);
        expect(mail.endsWith(escapeHtml(name))).toBe(true);
      }),
    );
  });

  it('never leads away from the site', () => {
    const urlish = fc.stringMatching(/^[a-z:/\\@.?#\t-]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), urlish, fc.string()), (wanted) => {
        const target = returnAddressOf(wanted, 'https://bakery.test');
        expect(new URL(target ?? 'about:blank').origin).toBe('https://bakery.test');
      }),
      { numRuns: 1_000 },
    );
  });
});
