import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlOf } from '../../../shared/token/base64url';

/** A value as `application/x-www-form-urlencoded` writes it (RFC 6749, appendix B): only letters, digits and `*-._` stay. */
export const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');

/** Names and values as a form is sent. */
export const formOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');

/** An address with these behind what it asks for already; a space is `%20`, which every server reads as one. */
export const withQuery = (url: string, values: Readonly<Record<string, string>>): string =>
  `${url}${url.includes('?') ? '&' : '?'}${formOf(values).replace(/\+/g, '%20')}`;

/** Base64 as RFC 4648 (4) has it. */
export const base64Of = (text: string): string => {
  const letters = base64urlOf(utf8ToBytes(text)).replace(/-/g, '+').replace(/_/g, '/');
  return letters.padEnd(Math.ceil(letters.length / 4) * 4, '=');
};
