import type { AuditBreak } from '../../src/governance/audit/schema';
import type { Problem } from '../../src/shared/result';

export const noAuditKey = {
  code: 'audit.no-encryption-key',
  message:
    'Strapi has no encryption key, so nothing can be signed. Set ENCRYPTION_KEY in .env (admin.secrets.encryptionKey in config/admin), restart, and run “presence audit sign” once.',
} as const satisfies Problem;

export const noPolicy = {
  code: 'audit.no-policy',
  message:
    'The settings keep the record for ever, so nothing was cut. Choose how many years it is kept in Settings, Presence, Governance & content.',
} as const satisfies Problem;

export const brokenRecord = (found: AuditBreak): Problem => ({
  code: 'audit.broken',
  message: `Nothing was cut, because the record is not whole. ${found.message}`,
  details: { broken: found },
});
