import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../../src/brand/schema';
import type { EntryDocument } from '../../../src/content/schema';
import { goToField } from './go-to-field';
import { overlayClass } from './overlay';
import { painterOfForm } from './painter';
import type { Whereabouts } from './passage';

const passageOf = ({ place, quote, severity }: Finding) => ({ place, quote, severity });

/** Leads to where a finding stands, or to the nearest field around it. */
export function showPassage(finding: Whereabouts, values: EntryDocument, prefix = ''): void {
  // On a phone the panel lies over the form in a drawer of Strapi's, which a click beside it closes.
  document.querySelector<HTMLElement>('[data-testid="actions-drawer-overlay"]')?.click();
  const spot = painterOfForm(prefix).spotOf(finding, values);
  if (spot) spot.show();
  else goToField(`${prefix}${finding.place.field}`);
}

/** Editors that open, close or are drawn anew are marked again this soon. */
const soon = 120;

/**
 * Marks findings in the form for as long as they are given, and leads to one of them: the returned function shows where
 * a finding stands, or the nearest field around it.
 */
export function useMarks(
  findings: readonly Finding[],
  values: EntryDocument,
  prefix = '',
): (finding: Whereabouts) => void {
  const painter = useMemo(() => painterOfForm(prefix), [prefix]);
  const latest = useRef({ findings, values });
  latest.current = { findings, values };

  useEffect(() => {
    const { findings: list } = latest.current;
    painter.paint(list.filter(({ quote }) => quote !== '').map(passageOf), latest.current.values);
  }, [painter, findings]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isOurs = (node: Node) =>
      node instanceof Element && node.closest(`.${overlayClass}, .CodeMirror`) !== null;
    const observer = new MutationObserver((changes) => {
      // Nothing is marked, so nothing has to be marked again.
      if (latest.current.findings.length === 0) return;
      const isForeign = changes.some(
        ({ target, addedNodes, removedNodes }) =>
          !isOurs(target) && [...addedNodes, ...removedNodes].some((node) => !isOurs(node)),
      );
      if (!isForeign || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        const { findings: list, values: now } = latest.current;
        painter.paint(list.filter(({ quote }) => quote !== '').map(passageOf), now);
      }, soon);
    });
    const form = document.querySelector('main');
    if (form) observer.observe(form, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      painter.clear();
    };
  }, [painter]);

  return useCallback((finding: Whereabouts) => showPassage(finding, latest.current.values, prefix), [prefix]);
}
