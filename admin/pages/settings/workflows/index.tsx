import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { useApi } from '../../../api';
import { PageFrame } from '../../../components/page-frame';
import { Loaded } from '../../../components/states';
import { rights } from '../../../plugin';
import { useLoad } from '../../../use-load';
import { useWords, WithWords } from '../../../words';
import { keyFor } from './draft';
import { Editor } from './editor';
import { Overview } from './overview';

/** Settings: which steps an entry goes through before it may go out, and for which entries. */
export default function WorkflowsPage() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('workflows.manage')}>
        <Workflows />
      </Page.Protect>
    </WithWords>
  );
}

/** `?key=` opens one workflow, `?from=` a new one: `blank` or the key of a template. */
function Workflows() {
  const [query] = useSearchParams();
  const key = query.get('key');
  const from = query.get('from');
  if (key) return <Existing key={key} of={key} />;
  if (from) return <Fresh key={from} from={from} />;
  return <Overview />;
}

function Existing({ of }: { of: string }) {
  const t = useWords();
  const api = useApi();
  const load = useLoad(
    useCallback(async () => {
      const [view, names] = await Promise.all([api.workflow(of), api.workflowNames()]);
      return { view, names };
    }, [api, of]),
  );
  if (load.value) {
    const { view, names } = load.value;
    return (
      <Editor
        key={view.version}
        start={view.definition}
        base={view.version}
        view={view}
        names={names}
        reload={load.reload}
      />
    );
  }
  return (
    <PageFrame title={t('presence.workflows.title')}>
      <Loaded load={load}>{() => null}</Loaded>
    </PageFrame>
  );
}

function Fresh({ from }: { from: string }) {
  const t = useWords();
  const api = useApi();
  const { locale } = useIntl();
  const load = useLoad(
    useCallback(async () => {
      const language = locale.startsWith('de') ? 'de' : 'en';
      const [templates, names, copied] = await Promise.all([
        api.workflowTemplates(language),
        api.workflowNames(),
        from.startsWith('copy:') ? api.workflow(from.slice('copy:'.length)) : null,
      ]);
      const copy = copied && {
        definition: { ...copied.definition, key: keyFor(`${copied.definition.key} copy`, []) },
      };
      const chosen = copy ?? templates.find(({ definition }) => definition.key === from) ?? templates[0];
      return { chosen, names };
    }, [api, from, locale]),
  );
  if (load.value?.chosen)
    return (
      <Editor
        start={load.value.chosen.definition}
        base={0}
        view={null}
        names={load.value.names}
        reload={load.reload}
      />
    );
  return (
    <PageFrame title={t('presence.workflows.title')}>
      <Loaded load={load}>{() => null}</Loaded>
    </PageFrame>
  );
}
