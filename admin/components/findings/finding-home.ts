import type { Finding, Fix } from '../../../src/brand/schema';
import type { Waiver } from '../../../src/brand/findings/schema';
import type { EntryKey } from '../../../src/shared/entry-key';

/** A picture that a finding is about. */
export interface ShownPicture {
  readonly url: string;
  readonly name: string;
  /** Of the file in the media library; null where it is none. */
  readonly id: number | null;
}

/** Who looks at the findings. */
export interface FindingReader {
  /** Of the user in Strapi's admin. */
  readonly id: string;
  readonly mayWaive: boolean;
}

/** Where findings are shown, and what can be done with them there. */
export interface FindingHome {
  readonly reader: FindingReader;
  /** Null: not saved yet, so nothing can be written down about it. */
  readonly entry: EntryKey | null;
  /** Key of the channel whose copy it is; null for the entry. */
  readonly channel: string | null;
  /** Null where nobody may change the text. */
  readonly fix: ((finding: Finding, fix: Fix) => void) | null;
  readonly canFix: (finding: Finding) => boolean;
  /** What a field is called where people see it. */
  readonly nameOf: (field: string) => string;
  readonly show: ((finding: Finding) => void) | null;
  readonly pictureOf: (finding: Finding) => ShownPicture | null;
  /** Waivers of this text, also those that wait for somebody to agree. */
  readonly waivers: readonly Waiver[];
  /** Something was written down on the server: look again. */
  readonly changed: () => void;
}
