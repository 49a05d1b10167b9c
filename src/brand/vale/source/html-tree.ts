import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { orNullIfTooDeep } from '../../../content/formats/markdown';
import { atFirstUse } from '../../../shared/at-first-use';

const parser = atFirstUse(() => unified().use(rehypeParse).freeze());

/** The elements of an HTML file; null where they are nested too deep. */
export const htmlTree = (source: string): Root | null => orNullIfTooDeep(() => parser().parse(source));
