import { atFirstUse } from '../../../src/shared/at-first-use';

/** The makers of rules: much code, in a file of its own that nobody reads before something is checked. */
export const making = atFirstUse(() => import('../../../src/brand/making'));
