import { holdScope } from '../operations/hold';
import { severity, workerState, type OperationsView } from './schema';
import { gateOf } from './standing';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** The content type of the text format that Prometheus reads. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

const counted = ['ahead', 'due', 'stopped', 'running', 'parked', 'held', 'asking', 'dead', 'doubt'] as const;

/**
 * How publishing runs, as Prometheus reads it (text format 0.0.4). Names and labels are stable. All are gauges: they say how it
 * stands now. https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function expositionOf({ at, channels, workers, holds, alerts, totals }: OperationsView): string {
  const named = channels.map((one) => ({ ...one, labels: { channel: one.channel, name: one.name } }));
  const processes = workers.map((one) => ({
    ...one,
    labels: { instance_id: one.instance, host: one.host, engine: one.engine },
  }));
  const metrics: readonly (readonly [name: string, help: string, samples: readonly Sample[]])[] = [
    [
      'presence_publications',
      'Publications that are not over, by state: ahead and due are scheduled; each is counted once.',
      named.flatMap((one) => counted.map((state): Sample => [{ ...one.labels, state }, one[state]])),
    ],
    [
      'presence_publications_late',
      'Publications that could have gone out more than a minute ago.',
      named.map((one): Sample => [one.labels, one.late]),
    ],
    [
      'presence_publications_orphaned',
      'Publications in the hands of a process whose lease ran out.',
      named.map((one): Sample => [one.labels, one.orphaned]),
    ],
    [
      'presence_publish_lag_seconds',
      'How long the oldest publication of a channel that is due has waited.',
      named.map((one): Sample => [one.labels, one.lag / 1_000]),
    ],
    [
      'presence_publish_lag_max_seconds',
      'The longest of these waits over all channels.',
      [[{}, totals.lag / 1_000]],
    ],
    [
      'presence_channel_open',
      'Whether a channel takes something: 0 while it needs new credentials, is blocked, or its quota is used up.',
      named
        .map(({ labels, ...one }) => ({ labels, gate: gateOf(one) }))
        .filter(({ gate }) => gate !== 'removed')
        .map(({ labels, gate }): Sample => [labels, gate === 'open' ? 1 : 0]),
    ],
    [
      'presence_workers',
      'Processes that send what is due, by state.',
      workerState.options.map((state): Sample => [
        { state },
        workers.filter((one) => one.state === state).length,
      ]),
    ],
    [
      'presence_worker_publications',
      'Publications that a process has in hand.',
      processes.map((one): Sample => [one.labels, one.doing.reduce((sum, { count }) => sum + count, 0)]),
    ],
    [
      'presence_worker_silent_seconds',
      'How long ago a process was last heard of.',
      processes.map((one): Sample => [one.labels, Math.max(0, at - one.beatAt) / 1_000]),
    ],
    [
      'presence_holds',
      'Holds that people put on publishing, by what they stop.',
      holdScope.options.map((scope): Sample => [{ scope }, holds.filter((one) => one === scope).length]),
    ],
    [
      'presence_alerts',
      'What the Operations page asks a person to look at.',
      severity.options.map((each): Sample => [
        { severity: each },
        alerts.filter((one) => one.severity === each).length,
      ]),
    ],
  ];
  return metrics
    .filter(([, , samples]) => samples.length > 0)
    .map(([name, help, samples]) =>
      [
        `# HELP ${name} ${escapedHelp(help)}`,
        `# TYPE ${name} gauge`,
        ...samples.map(([labels, value]) => `${name}${braced(labels)} ${value}`),
        '',
      ].join('\n'),
    )
    .join('');
}

function braced(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapedHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

const escapedLabel = (text: string): string => escapedHelp(text).replaceAll('"', '\\"');
