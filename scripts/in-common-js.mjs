import { transformSync } from '@swc/core';

// Most of a start-up is reading libraries that wait for their first use: the server asks for these only then.
const heavy = [
  '@noble/hashes/hkdf.js',
  '@noble/hashes/hmac.js',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  'axios',
  'culori',
  'exifr',
  'fflate',
  'hast-util-select',
  'jsqr',
  'nodemailer',
  'nodemailer/lib/smtp-connection',
  'nspell',
  'rehype-raw',
  'rehype-sanitize',
  'rehype-stringify',
  'remark-gfm',
  'remark-parse',
  'remark-rehype',
  'request-filtering-agent',
  'sharp',
  'temporal-polyfill',
  'tldts',
  'unified',
  'yaml',
];

/** A module of the server as CommonJS, which asks for heavy libraries at their first use. */
export const inCommonJs = (code) =>
  transformSync(code, {
    isModule: true,
    minify: true,
    module: { type: 'commonjs', lazy: heavy },
    jsc: {
      target: 'es2022',
      minify: { compress: false, mangle: false, format: { asciiOnly: true } },
    },
  }).code;
