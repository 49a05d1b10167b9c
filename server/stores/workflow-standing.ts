import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ReviewRow } from '../../src/governance/workflow/change/dry-run';
import { stage } from '../../src/governance/workflow/schema';
import { reviewsUid } from './reviews';

const row = z.object({
  entry: z.string(),
  uid: z.string(),
  locale: z.string().transform((locale) => locale || null),
  title: z.string(),
  stage: z.string(),
  meaning: stage.shape.meaning,
  workflow: z.string(),
});

const counted = z.object({ workflow: z.string(), stage: z.string(), count: z.coerce.number() });

/** Where entries stand in which version of a workflow, read from the projection that the board is made of. */
export const workflowStanding = (db: Core.Strapi['db']) => ({
  /** In the order of their ids, after one of them. */
  async page(after: string | null, size: number): Promise<ReviewRow[]> {
    const rows: unknown = await db.query(reviewsUid).findMany({
      where: after === null ? {} : { entry: { $gt: after } },
      select: ['entry', 'uid', 'locale', 'title', 'stage', 'meaning', 'workflow'],
      orderBy: { entry: 'asc' },
      limit: size,
    });
    return z.array(row).parse(rows);
  },

  /** How many reviews stand in each stage of each version; only stages that mean review. */
  async underWay(): Promise<{ ref: string; stage: string; count: number }[]> {
    const rows: unknown = await db
      .getConnection('presence_reviews')
      .where({ meaning: 'review' })
      .select('workflow', 'stage')
      .count({ count: '*' })
      .groupBy('workflow', 'stage')
      .orderBy(['workflow', 'stage']);
    return z
      .array(counted)
      .parse(rows)
      .map(({ workflow, ...rest }) => ({ ref: workflow, ...rest }));
  },

  /** Entries whose reviews are under way in a version, after one of them. */
  async inVersion(ref: string, after: string | null, size: number): Promise<string[]> {
    const rows: unknown = await db.query(reviewsUid).findMany({
      where: { workflow: ref, meaning: 'review', ...(after === null ? {} : { entry: { $gt: after } }) },
      select: ['entry'],
      orderBy: { entry: 'asc' },
      limit: size,
    });
    return z
      .array(z.object({ entry: z.string() }))
      .parse(rows)
      .map(({ entry }) => entry);
  },
});
