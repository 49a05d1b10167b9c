import { useEffect, useMemo, useRef, useState } from 'react';
import { scoreOf } from '../../../src/brand/findings/score';
import type { Score, StandingFinding } from '../../../src/brand/findings/schema';
import type { BrandContext } from '../../../src/governance/schema';
import type { EntryContent, EntryDocument } from '../../../src/content/schema';
import type { FormCheck, FormChecker } from '../check-entry';
import { keptFindings, merged } from '../../components/fixing/kept';
import { standingIn } from './standing-in';
import { useServerCheck, type ServerCheck } from './use-server-check';
import type { FormOf } from '../../brand-api';

/** How long a person has to stop typing, in milliseconds; with the check itself it stays under 100. */
const pause = 40;

export interface FormBrand {
  /** Undefined until the first check is done. */
  readonly lines: readonly StandingFinding[] | undefined;
  readonly score: Score | undefined;
  readonly content: EntryContent | undefined;
  readonly server: ServerCheck;
}

interface Checked extends FormCheck {
  readonly of: EntryDocument;
}

/** The brand check of a form while it is written: the browser's part at once, the server's a moment later. */
export function useFormBrand(
  context: BrandContext | undefined,
  form: Omit<FormOf, 'values'>,
  values: EntryDocument,
  version: string,
): FormBrand {
  const [checker, setChecker] = useState<{ readonly check: FormChecker } | null>(null);
  const [checked, setChecked] = useState<Checked>();
  const isFirst = useRef(true);
  const server = useServerCheck(form, values, version);
  const { locale } = form;

  useEffect(() => {
    if (!context) return undefined;
    let isCurrent = true;
    void import('../check-entry')
      .then(({ formCheckOf }) => formCheckOf(context))
      .then((check) => isCurrent && setChecker({ check }));
    return () => {
      isCurrent = false;
    };
  }, [context]);

  useEffect(() => {
    if (!checker) return undefined;
    const timer = setTimeout(
      () => {
        isFirst.current = false;
        setChecked({ ...checker.check(values, locale), of: values });
      },
      isFirst.current ? 0 : pause,
    );
    return () => clearTimeout(timer);
  }, [checker, values, locale]);

  const { answer, of } = server;
  const lines = useMemo(
    () =>
      checked &&
      standingIn(
        merged(checked.findings, keptFindings(answer?.findings ?? [], of, checked.of)),
        checked.content,
        answer,
      ),
    [checked, answer, of],
  );
  return { lines, score: useMemo(() => lines && scoreOf(lines), [lines]), content: checked?.content, server };
}
