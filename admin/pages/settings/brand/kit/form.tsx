import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Box, Typography } from '@strapi/design-system';
import type { BrandsView, BrandView } from '../../../../../src/brand/catalogue/schema';
import { Card } from '../../../../components/card';
import { useKitApi } from '../../../../kit-api';
import type { FieldProblem } from '../../../../refusal';
import { useProblemWords } from '../../../../use-problems';
import { useWords } from '../../../../words';
import { useForm } from '../../use-form';
import { moved } from '../../workflows/draft';
import { placesOf } from '../../workflows/places';
import { Proposing } from '../proposal/dialog';
import { About } from './about';
import { BrandTabs } from './brand-tabs';
import { problemsOf, toSave, withNew } from './brands';
import { KitFrame } from './frame';
import { Import } from './import';
import { Section } from './section';
import { SectionNav, Sides } from './section-nav';
import { sectionOf, type SectionId } from './sections';

/** All brands as one form: chosen by a tab, shown section by section, saved as a whole. */
export function KitForm({ start }: { start: BrandsView }) {
  const t = useWords();
  const api = useKitApi();
  const say = useProblemWords();
  const form = useForm<BrandsView>(start, (value) => api.saveBrands(toSave(value)));
  const [query, setQuery] = useSearchParams();
  const [open, setOpen] = useState<'import' | 'propose'>();
  const { brands } = form.value;
  // Its place, not its key: the key may be written anew in the form.
  const [index, setIndex] = useState(() => placeOf(brands, query.get('brand')));
  const brand = brands[index] ?? brands[0];
  const section = sectionOf(query.get('section'));

  const problems = useMemo((): readonly FieldProblem[] => {
    const { refusal } = form;
    if (!refusal) return [];
    const all =
      refusal.problems.length > 0 || refusal.path === null
        ? refusal.problems
        : [{ path: refusal.path, message: refusal.message }];
    return all.map((problem) => ({ ...problem, message: say(problem) }));
  }, [form.refusal, say]);
  const own = useMemo(() => problemsOf(problems, index), [problems, index]);

  if (!brand) return null;
  const show = (at: number, next: SectionId, among: readonly BrandView[] = brands) => {
    setIndex(at);
    setQuery({ brand: among[at]?.key ?? 'main', section: next }, { replace: true });
  };
  const setBrands = (next: readonly BrandView[]) => form.change({ brands: next });
  const isFixed = brand.from === 'file';
  const setBrand = (part: Partial<BrandView>) => {
    if (!isFixed) setBrands(brands.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };
  const last = brands.findLastIndex(({ key }) => key !== 'main');

  return (
    <KitFrame
      form={form}
      all={form.value}
      isFixed={isFixed}
      openImport={() => setOpen('import')}
      openProposal={() => setOpen('propose')}
      lost={problems.length === 0 ? form.refusal : undefined}
      wrong={problems}
      tabs={
        <BrandTabs
          brands={brands}
          here={index}
          wrongIn={(at) => problemsOf(problems, at).length}
          go={(at) => show(at, section)}
          add={(name) => {
            const next = withNew(brands, name);
            setBrands(next);
            show(
              next.findIndex((each) => !brands.includes(each)),
              'about',
              next,
            );
          }}
        />
      }
    >
      {isFixed && (
        <Box padding={4} background="secondary100" hasRadius>
          <Typography tag="p" textColor="neutral800">
            {t('presence.kit.fixed')}
          </Typography>
        </Box>
      )}
      <Sides>
        <SectionNav here={section} kit={brand.kit} places={placesOf(own)} go={(next) => show(index, next)} />
        {section === 'about' ? (
          <Card title={t('presence.kit.section.about')} hint={t('presence.kit.section.about.hint')}>
            <About
              brand={brand}
              change={setBrand}
              places={placesOf(own)}
              isFixed={isFixed}
              isFirst={index === 0}
              isLast={index >= last}
              move={(by) => {
                setBrands(moved(brands, index, by));
                setIndex(index + by);
              }}
              remove={() => {
                const left = brands.filter((_, at) => at !== index);
                setBrands(left);
                show(placeOf(left, null), section, left);
              }}
            />
          </Card>
        ) : (
          <Section
            key={`${index} ${section}`}
            id={section}
            part={{
              kit: brand.kit,
              change: (part) => setBrand({ kit: { ...brand.kit, ...part } }),
              places: placesOf(kitProblems(own)),
              isFixed,
            }}
          />
        )}
      </Sides>
      {open === 'import' && (
        <Import now={brands} take={(next) => setBrands(next)} close={() => setOpen(undefined)} />
      )}
      {open === 'propose' && (
        <Proposing brand={brand} take={(kit) => setBrand({ kit })} close={() => setOpen(undefined)} />
      )}
    </KitFrame>
  );
}

/** The place of a brand; of the one that takes the rest where there is none with this key. */
function placeOf(brands: readonly BrandView[], key: string | null): number {
  const at = (wanted: string | null) => brands.findIndex((brand) => brand.key === wanted);
  return at(key) < 0 ? Math.max(0, at('main')) : at(key);
}

const kitProblems = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems
    .filter(({ path }) => path.startsWith('kit.'))
    .map(({ path, message }) => ({ path: path.slice('kit.'.length), message }));
