import { useState } from 'react';
import type { ImportRow } from '../../../src/publishing/calendar/views';
import { useCalendarApi } from '../../calendar-api';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';

const mostBytes = 1_900_000;

/** Where an import stands. */
export interface Importing {
  readonly step: 'choose' | 'looking' | 'look' | 'doing' | 'done';
  readonly rows: readonly ImportRow[];
  readonly total: number;
  readonly refusal?: Refusal;
}

const nothing: Importing = { step: 'choose', rows: [], total: 0 };

/** Reads a file, shows what it would do, and does it; a long file goes through in several calls. */
export function useImport(onDone: () => void) {
  const t = useWords();
  const api = useCalendarApi();
  const [state, setState] = useState(nothing);
  const [file, setFile] = useState<{ readonly csv: string; readonly hash: string }>();

  async function all(csv: string, step: 'looking' | 'doing', hash?: string): Promise<string> {
    const rows: ImportRow[] = [];
    for (let from: number | null = 0; from !== null;) {
      const answer = await api.import(csv, from, hash);
      rows.push(...answer.rows);
      setState({ step, rows: [...rows].sort((a, b) => a.line - b.line), total: answer.total });
      if (answer.next === null) return answer.hash;
      from = answer.next;
    }
    return '';
  }
  const failed = (error: unknown, step: Importing['step']) =>
    setState((before) => ({ ...before, step, refusal: refusalOf(error) }));

  return {
    ...state,
    again: () => setState(nothing),

    async look(chosen: File): Promise<void> {
      setState({ ...nothing, step: 'looking' });
      try {
        if (chosen.size > mostBytes) throw new Error(t('presence.calendar.import.too-large'));
        const csv = textOf(await chosen.arrayBuffer(), t('presence.calendar.import.not-text'));
        setFile({ csv, hash: await all(csv, 'looking') });
        setState((before) => ({ ...before, step: 'look' }));
      } catch (error) {
        failed(error, 'choose');
      }
    },

    async run(): Promise<void> {
      if (!file) return;
      try {
        await all(file.csv, 'doing', file.hash);
        setState((before) => ({ ...before, step: 'done' }));
      } catch (error) {
        failed(error, 'done');
      }
      onDone();
    },
  };
}

/** A file in UTF-8 as text; says what to do about any other. */
function textOf(bytes: ArrayBuffer, message: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(message);
  }
}
