import { z } from 'zod';

/**
 * Why an account that a person sees at the network cannot be posted to:
 *
 * - `role`: the person has no role that may post there;
 * - `no-instagram`: no professional account of Instagram belongs to the Page;
 * - `closed`: the network takes no posts for it.
 */
export const placeProblem = z.enum(['role', 'no-instagram', 'closed']);
export type PlaceProblem = z.output<typeof placeProblem>;
