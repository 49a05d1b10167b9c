import type { OfKind } from '../../channels/rules/own/rules-of';
import type { ChannelKind } from '../../channels/schema';
import type { EntryContent, PieceKind, Role, TextPiece } from '../../content/schema';
import type { Folded } from '../fold';
import type { PictureFacts } from '../pictures/schema';
import type { Finding, Severity, Words } from '../schema';
import type { Hint } from './literals/hint';

/** A stretch of a block's text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a block rule reads: one piece of text, and where it stands. Everything that a finding depends on is in here. */
export interface Block {
  readonly piece: TextPiece;
  readonly text: string;
  readonly kind: PieceKind;
  /** 1 to 6 for headings, else null. */
  readonly level: number | null;
  readonly role: Role | null;
  /** Strapi type of the field: string, text, richtext, blocks… */
  readonly fieldType: string;
  /** Field path without indexes: `sections.text`. */
  readonly field: string;
  readonly uid: string | null;
  readonly locale: string | null;
  /** The kind of channel that a copy is for; null for the entry itself. */
  readonly channel: ChannelKind | null;
  /** Addresses and code: never read as language. In order, without overlap. */
  readonly masks: readonly (readonly [number, number])[];
  /** The text made comparable, masks covered. Made when first asked for. */
  readonly folded: Folded;
  /** Made when first asked for. */
  readonly sentences: readonly Range[];
}

/** What a block rule found, in offsets of the block's text. */
export interface Hit extends Range {
  readonly message: string;
  readonly words?: Words;
  /** Plain replacements for exactly the range, the best first; the engine escapes them for Markdown. */
  readonly replacements?: readonly string[];
  /** Where one rule has several severities. */
  readonly severity?: Severity;
  /** Where one rule object stands for many rules (a list of terms): the id of this one. */
  readonly rule?: string;
  readonly link?: string;
}

/** Where a rule is looked for. Empty or absent parts mean everywhere. */
export interface RuleScope {
  readonly locales?: readonly string[];
  /** Kinds of channel, and `entry` for the entry itself. */
  readonly channels?: readonly (ChannelKind | 'entry')[];
  readonly uids?: readonly string[];
  readonly roles?: readonly Role[];
  /** Field paths without indexes; `seo` covers `seo.title`. */
  readonly fields?: readonly string[];
  readonly kinds?: readonly PieceKind[];
}

/** What every rule says of itself; the reference page and the list of rules are made of it. */
export interface RuleFacts {
  /** Stable. `brand.…` for ours, `vale/<Style>.<Rule>` for packs, `app/…` for rules that an app registers. */
  readonly id: string;
  readonly severity: Severity;
  readonly scope?: RuleScope;
  /** `server`: needs more than the text (a dictionary, the network, a picture's facts), so a browser does not run it. */
  readonly runs?: 'everywhere' | 'server';
  /** One sentence: what it looks for and why. */
  readonly explanation: string;
  readonly link?: string;
  readonly examples?: RuleExamples;
  /** Another text where the rule does something else under the same id (another version of a pack): part of a rule set's key. */
  readonly version?: string;
}

export interface RuleExamples {
  readonly fail: readonly string[];
  readonly pass: readonly string[];
}

/**
 * Looks at one block and nothing else, so its findings can be kept for as long as the block does not change. Pure: the same
 * block always gives the same hits, in any order of the rules. It may not look at the places of a piece's segments, which
 * move with every edit before them. Code blocks come only where `scope.kinds` names them; e-mail and enumeration fields
 * never do. A block longer than `longestBlock` comes in parts.
 */
export interface BlockRule extends RuleFacts {
  readonly kind: 'block';
  /**
   * Texts in lower case of which one must stand in `block.text.toLowerCase()` for the rule to have anything to find. All
   * rules' needs are looked for in one pass, so a rule that names them costs nothing where they are not.
   */
  readonly needs?: readonly string[];
  /** Instead of `needs`, for a rule of many parts: the needs of each; null for a part that may find something anywhere. */
  readonly parts?: readonly (readonly Hint[] | null)[];
  /** `among`: the numbers of the only `parts` that can find something here. Absent: all of them. */
  find(block: Block, among?: readonly number[]): readonly Hit[];
}

/** Where one of the phrases of a literal rule stands in a block. */
export interface Seen {
  /** Which of the rule's phrases, by index. */
  readonly phrase: number;
  /** The characters of the block's text. */
  readonly said: string;
  readonly block: Block;
  /** In units of `block.folded`. */
  readonly start: number;
  readonly end: number;
}

/** What is said of a phrase that was seen; the engine adds the range. */
export type Verdict = Omit<Hit, 'start' | 'end'>;

/** Looks for phrases: those of all literal rules are found in one pass, across bold, links, line breaks and invisible characters. */
export interface LiteralRule extends RuleFacts {
  readonly kind: 'literal';
  /** Folded and compared without capitals. */
  readonly phrases: readonly string[];
  /** Not inside a longer word. */
  readonly wholeWord: boolean;
  /**
   * Where one phrase stands inside a longer one of another rule: `yields` to one that is as grave, `insists` on being
   * reported, or `shields` what stands inside it (a name), and yields itself.
   */
  readonly overlap: 'yields' | 'insists' | 'shields';
  /** False where the phrase, as it stands here, is nothing that the rule is about: other capitals, already said right. */
  concerns(seen: Seen): boolean;
  /** Null where it is right, but still shields. */
  judge(seen: Seen): Verdict | null;
}

/** One thing that is checked as a whole: an entry, or a copy made from it. */
export interface Subject {
  readonly content: EntryContent;
  readonly blocks: readonly Block[];
  readonly uid: string | null;
  readonly locale: string | null;
  /** The copy's channel; null for the entry itself. */
  readonly channel: (OfKind & { readonly key: string; readonly name: string }) | null;
  /** What was measured in its pictures, where that is known; by the picture's `hash`. */
  readonly pictures: ReadonlyMap<string, PictureFacts>;
  /** Day of the check in the zone of the business: `2026-11-26`. Null where nobody can tell (rules about days then say nothing). */
  readonly today: string | null;
  /** Texts of earlier posts on the same channel, newest first; empty where unknown. */
  readonly earlier: readonly EarlierPost[];
  /** What the server knows of the addresses in `content.links`; an address that is missing was not asked. */
  readonly links: ReadonlyMap<string, LinkState>;
  /** What its links get when it is sent, so that nobody writes it into them; null where they stay as they are. */
  readonly tags: LinkTags | null;
}

/** Parameters that links to these domains, and to all below them, get when a copy is sent. */
export interface LinkTags {
  readonly domains: readonly string[];
  readonly names: readonly string[];
}

export type LinkState = 'alive' | 'dead' | 'unknown';

export interface EarlierPost {
  readonly text: string;
  /** Title or link, for the sentence: `Sourdough week, 3 November`. */
  readonly label: string;
  /** Perceptual hashes of its pictures (16 hex digits). */
  readonly pictures: readonly string[];
}

/** Looks at one subject as a whole: headings in order, required elements, pictures. */
export interface SubjectRule extends RuleFacts {
  readonly kind: 'subject';
  find(subject: Subject, quoteOf: QuoteOf): readonly Finding[];
}

/** Compares the entry with its copies and with the texts in their pictures. The entry comes first. */
export interface TogetherRule extends RuleFacts {
  readonly kind: 'together';
  find(subjects: readonly Subject[]): readonly Finding[];
}

export type Rule = BlockRule | LiteralRule | SubjectRule | TogetherRule;

/** The stored characters at a place. */
export type QuoteOf = (place: Finding['place']) => string;
