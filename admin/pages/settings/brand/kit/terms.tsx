import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { ListPlus } from '@strapi/icons';
import type { BrandTerm } from '../../../../../src/brand/schema';
import { Pill } from '../../../../components/pill';
import { useWords } from '../../../../words';
import { Entries } from '../fields/entries';
import { ScopePills, SeverityPill } from '../fields/severity-pill';
import type { KitPart } from '../part';
import { TrialDialog } from '../trial/dialog';
import { PasteTerms } from './paste-terms';
import { TermForm } from './term-form';
import { blankTerm } from './term-lines';

/** Words that are not ours, and what we say in their place. */
export function Terms({ kit, change, places, isFixed }: KitPart) {
  const t = useWords();
  const [isPasting, setPasting] = useState(false);
  const [trial, setTrial] = useState<BrandTerm>();
  return (
    <>
      <Entries
        rows={kit.terms}
        change={(terms) => change({ terms })}
        path="terms"
        places={places}
        isFixed={isFixed}
        blank={blankTerm}
        add={t('presence.kit.terms.add')}
        none={t('presence.kit.terms.none')}
        nameOf={({ avoid }) => avoid}
        textOf={({ avoid, prefer, reason, forms }) => [avoid, prefer, reason, ...forms].join(' ')}
        more={
          <Button variant="tertiary" size="S" startIcon={<ListPlus />} onClick={() => setPasting(true)}>
            {t('presence.kit.paste')}
          </Button>
        }
        line={(row) => <TermLine term={row} />}
      >
        {(row, set, path) => (
          <TermForm row={row} set={set} path={path} places={places} tryOut={() => setTrial(row)} />
        )}
      </Entries>
      {isPasting && (
        <PasteTerms
          known={kit.terms}
          take={(terms) => change({ terms: [...kit.terms, ...terms] })}
          close={() => setPasting(false)}
        />
      )}
      {trial && (
        <TrialDialog
          title={t('presence.trial.title', { name: trial.avoid })}
          input={{ kind: 'term', term: trial }}
          close={() => setTrial(undefined)}
        />
      )}
    </>
  );
}

function TermLine({ term }: { term: BrandTerm }) {
  const t = useWords();
  const forms = term.forms.length + term.expanded.length;
  return (
    <>
      <Typography fontWeight="semiBold">{term.avoid}</Typography>
      {term.prefer && <Typography textColor="neutral700">→ {term.prefer}</Typography>}
      <SeverityPill severity={term.severity} />
      {forms > 0 && <Pill tone="neutral">{t('presence.kit.forms.count', { count: forms })}</Pill>}
      <ScopePills locales={term.locales} channels={term.channels} />
    </>
  );
}
