import { createHash, createHmac, hash as hashOnce, hkdfSync, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { originOf } from './origin';
import { audit as makeAudit } from './services/audit';
import { auditChain } from './services/audit-chain';
import { auditCut } from './services/audit-cut';
import { auditExport } from './services/audit-export';
import { auditSign } from './services/audit-sign';
import { auditSigner } from './services/audit-signer';
import { auditVerify } from './services/audit-verify';
import { rounds } from './services/rounds';
import { auditStore } from './stores/audit';
import { auditChainStore } from './stores/audit-chain';

interface Deps {
  /** Years that the record is kept; null: for ever. */
  readonly years: () => Promise<number | null>;
  readonly now: () => number;
}

export type AuditPart = ReturnType<typeof wireAudit>;

/** Set by the `presence` command: the process answers no requests and does no work of its own. */
export const isConsole = (): boolean => process.env['PRESENCE_CONSOLE'] === 'true';

/** The part of the composition that keeps the record of who did what, and proves it. */
export function wireAudit(strapi: Core.Strapi, { years, now }: Deps) {
  const { db } = strapi;
  const hash = (text: string): string => hashOnce('sha256', text, 'hex');
  const setTimer = (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const failed = (what: string) => (error: unknown) =>
    strapi.log.error(`presence: ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  const [secret = ''] = strapi.config.get<string[]>('server.app.keys') ?? [];
  const placeKey = Buffer.from(hkdfSync('sha256', secret, '', 'presence audit place', 32));
  const placeOf = (address: string): string =>
    createHmac('sha256', placeKey).update(address).digest('base64url').slice(0, 12);

  const store = auditChainStore(db);
  const signer = auditSigner(strapi.config.get<string | undefined>('admin.secrets.encryptionKey'));
  const chain = auditChain({ store, signer, hash, now, setTimer, onFailure: failed('linking the record') });
  const audit = makeAudit({
    store: auditStore(db, chain.wake),
    originOf: (actor) =>
      originOf(actor, { context: strapi.requestContext.get(), isConsole: isConsole(), placeOf }),
    hash,
    now,
    uuid: () => randomUUID(),
  });
  const verify = auditVerify({ store, chain, signer, hash, now });
  const { cut, daily } = auditCut({
    ...{ store, audit, chain, verify, signer, years, now },
    transaction: async (work) => db.transaction(work),
  });
  const background = rounds({
    rounds: [
      { name: 'linking the record', every: 5_000, run: chain.settle },
      { name: 'cutting the record', every: 3_600_000, run: daily },
    ],
    setTimer,
    onFailure: (name, error) => failed(name)(error),
  });
  return {
    audit,
    record: {
      verify,
      lines: auditExport({
        ...{ store, audit, chain, signer, now },
        digest: () => {
          const sum = createHash('sha256');
          return { add: (text) => void sum.update(text), hex: () => sum.digest('hex') };
        },
      }),
      cut,
      daily,
      sign: auditSign({ audit, chain }),
      settle: chain.settle,
      /** Links what a process that died left, then looks again and again. */
      start(): void {
        chain.wake();
        background.start();
      },
      async stop(): Promise<void> {
        await background.stop();
        await chain.stop();
      },
    },
  };
}
