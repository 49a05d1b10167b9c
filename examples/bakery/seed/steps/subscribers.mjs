import { createHash, randomUUID } from 'node:crypto';
import { subscribers as people } from '../content/people.mjs';

const text = 'Yes, send me the bakery’s letter. I can leave with one click at any time.';
const source = 'list beside the till';
const day = 86_400_000;

/** Forty people who had signed the paper list before the bakery had a newsletter tool: their consent comes with them. */
export async function subscribers(strapi) {
  const contacts = strapi.db.query('presence::contact');
  const consents = strapi.db.query('presence::consent');
  for (const [i, { name, email, locale }] of people.entries()) {
    if (await contacts.findOne({ where: { email } })) continue;
    const at = Date.now() - (200 - i * 4) * day;
    const key = randomUUID();
    await contacts.create({
      data: {
        key,
        email,
        name,
        locale,
        source,
        created_at: at,
        asked_at: at,
        confirmed_at: at,
        unsubscribed_at: null,
        bounced_at: null,
        bounce_reply: '',
      },
    });
    const proof = {
      contact: key,
      address_hash: createHash('sha256').update(email).digest('hex'),
      text,
      source,
    };
    await consents.create({ data: { ...proof, key: randomUUID(), kind: 'asked', at } });
    await consents.create({ data: { ...proof, key: randomUUID(), kind: 'confirmed', at } });
  }
  return people.length;
}
