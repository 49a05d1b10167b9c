import { canonicalJson } from '../../content/canonical';
import type { AuditCheckpoint, AuditHead, ChainPoint } from './schema';
import type { ChainRow } from './verify';

const exportFormat = 'presence-audit/1';

/** The first line of an export: what it is, and after which place of the chain it begins. */
export const headerLine = (header: {
  readonly at: number;
  readonly after: ChainPoint;
  readonly publicKey: string;
  readonly checkpoint: AuditCheckpoint | null;
}): string => JSON.stringify({ format: exportFormat, ...header });

/**
 * One row as a line of JSON. What is not the JSON that we wrote (somebody changed it by hand) comes as the text that
 * stands there, so that the reader finds the change and not a repaired row.
 */
export const rowLine = ({
  number,
  key,
  at,
  kind,
  person,
  by,
  origin,
  entry,
  seal,
  details,
  ...links
}: ChainRow): string =>
  JSON.stringify({
    number,
    key,
    at,
    kind,
    person,
    by: asWritten(by),
    from: asWritten(origin),
    entry,
    seal,
    details: asWritten(details),
    digest: links.digest,
    hash: links.hash,
  });

/** The last line: how much there is, where it ends, and the signature over all of it. */
export const footerLine = (footer: {
  readonly count: number;
  readonly last: ChainPoint;
  readonly head: AuditHead;
  readonly sha256: string;
  readonly signature: string;
}): string => JSON.stringify(footer);

function asWritten(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A bare string would pass for a text that is no JSON.
    return typeof value === 'object' && canonicalJson(value) === text ? value : text;
  } catch {
    return text;
  }
}
