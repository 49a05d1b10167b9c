import { Box, Typography } from '@strapi/design-system';
import { Card } from '../../../../components/card';
import { useWords } from '../../../../words';
import type { KitPart } from '../part';
import { Claims } from './claims';
import { Elements } from './elements';
import { Facts } from './facts';
import { Formats } from './formats';
import { Inclusive } from './inclusive';
import { Links } from './links';
import { Logos } from './logos';
import { Names } from './names';
import { Palette } from './palette';
import { Patterns } from './patterns';
import { Pictures } from './pictures';
import { RichText } from './rich-text';
import type { SectionId } from './sections';
import { Social } from './social';
import { Spelling } from './spelling';
import { Terms } from './terms';
import { Voice } from './voice';

type KitSection = Exclude<SectionId, 'about'>;

const sections: Readonly<Record<KitSection, (part: KitPart) => React.ReactNode>> = {
  names: Names,
  terms: Terms,
  patterns: Patterns,
  spelling: Spelling,
  inclusive: Inclusive,
  voice: Voice,
  claims: Claims,
  facts: Facts,
  formats: Formats,
  links: Links,
  social: Social,
  elements: Elements,
  palette: Palette,
  logos: Logos,
  'rich-text': RichText,
  pictures: Pictures,
};

/** These have cards of their own. */
const open: ReadonlySet<SectionId> = new Set(['voice', 'claims', 'pictures']);

/** One section of a kit: what it is about, and what it holds. */
export function Section({ id, part }: { id: KitSection; part: KitPart }) {
  const t = useWords();
  const Held = sections[id];
  const title = t(`presence.kit.section.${id}`);
  const hint = t(`presence.kit.section.${id}.hint`);
  if (!open.has(id))
    return (
      <Card title={title} hint={hint}>
        <Held {...part} />
      </Card>
    );
  return (
    <Box tag="section" aria-label={title}>
      <Box paddingBottom={4}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {hint}
        </Typography>
      </Box>
      <Held {...part} />
    </Box>
  );
}
