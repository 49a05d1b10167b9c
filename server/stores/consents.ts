import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { consentRow, type Consent } from '../../src/audience/schema';
import type { Table } from './table';

const uid = 'presence::consent';

/** What happened to each person's consent. Rows are added; erasure only cuts the tie to the person. */
export const consentsTable: Table = {
  uid,
  singularName: 'consent',
  tableName: 'presence_consents',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { args: [36], unique: true } },
    contact: { type: 'string', column: { args: [36] } },
    address_hash: { type: 'string' },
    kind: { type: 'string', column: { args: [16] } },
    at: { type: 'biginteger' },
    text: { type: 'text' },
    source: { type: 'string' },
  },
  indexes: [{ name: 'presence_consents_contact_index', columns: ['contact'] }],
};

export type ConsentsStore = ReturnType<typeof consentsStore>;

export const consentsStore = (db: Core.Strapi['db']) => ({
  async add(consent: Consent): Promise<void> {
    await db.query(uid).create({ data: consent });
  },

  /** Of one person, oldest first. */
  async of(contact: string): Promise<Consent[]> {
    return z
      .array(consentRow)
      .parse(await db.query(uid).findMany({ where: { contact }, orderBy: { id: 'asc' } }));
  },

  /** Keeps the proof (salted hash, time, sentence) and forgets whose it is. */
  async cutTie(contact: string): Promise<void> {
    await db.query(uid).updateMany({ where: { contact }, data: { contact: '' } });
  },
});
