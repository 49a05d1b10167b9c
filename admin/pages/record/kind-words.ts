import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { AuditKind } from '../../../src/governance/audit/kinds';
import type { WordId } from '../../words';

/** The word for a kind of act. A kind that an older or newer version wrote is shown by its own name. */
export function useKindWords(): (kind: string) => string {
  const intl = useIntl();
  return useCallback(
    (kind: string) => {
      const id = `presence.record.kind.${kind as AuditKind}` as WordId;
      return id in intl.messages ? intl.formatMessage({ id }) : kind;
    },
    [intl],
  );
}
