import type { Principal } from '../schema';

/** What exists in this app, as far as a workflow can name it. */
export interface World {
  readonly types: readonly {
    readonly uid: string;
    readonly name: string;
    readonly localized: boolean;
    /** Paths of the fields: `title`, `seo.description`. */
    readonly fields: readonly string[];
  }[];
  readonly locales: readonly string[];
  /** Strapi roles of the admin panel. */
  readonly roles: readonly { readonly code: string; readonly name: string }[];
  /** Our permissions, named without `plugin::presence.`. */
  readonly permissions: readonly string[];
  readonly channelKinds: readonly string[];
  /** Active admin users, each with everything that a workflow can name them by. */
  readonly people: readonly { readonly name: string; readonly principals: readonly Principal[] }[];
}

/** Something in a definition that does not work, and where: `transitions[2].when[0].any[0]`. */
export interface WorkflowProblem {
  readonly path: string;
  readonly message: string;
}
