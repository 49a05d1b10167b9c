import type { Workflow } from '../schema';
import { agencyAndClient } from './agency-and-client';
import { ownerApproves } from './owner-approves';
import { pricesAndLegal } from './prices-and-legal';
import { socialIsLighter } from './social-is-lighter';
import { twoEyes } from './two-eyes';
import type { Template } from './parts';

export { socialKinds } from '../../../channels/rules/kinds';
export type { Template } from './parts';

/** Workflows to begin with. Each is an ordinary definition that can be changed before it is saved. */
export const templates: readonly Template[] = [
  ownerApproves,
  twoEyes,
  pricesAndLegal,
  socialIsLighter,
  agencyAndClient,
];

/** The definition of a template; names are in English or German. */
export const workflowOf = ({ make }: Template, language: 'en' | 'de'): Workflow =>
  make((english, german) => (language === 'de' ? german : english));
