import { z } from 'zod';
import { ownValues } from './fields';
import { ownTypeName } from './type';
import { channelPrice } from '../settings/fields';

/** A channel of a type that an app brings; what may stand in `values`, the type says. */
export const ownSettings = z.object({
  type: ownTypeName,
  values: ownValues.default({}),
  price: channelPrice.optional(),
});

/** By the names of the fields that the type declares. */
export const ownSecret = z.record(z.string().max(40), z.string().trim().max(2_000));
