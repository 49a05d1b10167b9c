import { randomBytes } from 'node:crypto';

/** The databases of one run of jest begin alike. */
export default function setup(): void {
  process.env['PRESENCE_RUN'] = `presence_${randomBytes(3).toString('hex')}_`;
}
