import type { z } from 'zod';
import type { Account, ChannelAdapter, InDoubt, Outcome } from '../../../src/channels/channel';
import { ownAdapter, ownAnswers } from '../../../src/channels/own/answers';
import { declared, secretFor, valuesFor } from '../../../src/channels/own/fields';
import { ownSecret, ownSettings } from '../../../src/channels/own/settings';
import type { Copy } from '../../../src/channels/schema';
import type { OwnType } from '../../../src/channels/own/type';
import { pathText } from '../../../src/shared/issues';
import { Ended } from '../ended';
import { failedReport } from '../report';
import { deadline, hidden, type Patience } from './careful';
import type { OwnTools } from './tools';

/** The adapter of an app behind our own interface. */
export interface Foreign {
  readonly adapter: ChannelAdapter & { readonly inDoubt: InDoubt };
  /** What its type says beside its data. */
  readonly recall: 'deletes' | 'by-hand';
  readonly corrects: boolean;
}

export interface ForeignDeps {
  readonly tools: OwnTools;
  readonly patience: Patience;
  readonly log: { error(message: string): void };
}

type Asked = keyof typeof ownAnswers;

/** Shorter than the lease under which it is asked for, in milliseconds. */
const longest: Partial<Record<Asked, number>> = { counts: 20_000, recall: 60_000, correct: 60_000 };

/**
 * Makes the adapter of a type, and stands between it and the engine: other code wrote it, so whatever it does becomes an answer. What it
 * throws, and what is no answer, may have happened before or after something was published: that is `unknown`. Throws where the type
 * makes no adapter.
 */
export function foreign(type: OwnType, { tools, patience, log }: ForeignDeps): Foreign {
  const self = type.adapter(tools as never);
  const able = read(self);

  const patienceFor = (what: Asked): Patience => ({
    ...patience,
    ms: Math.min(patience.ms, longest[what] ?? Infinity),
  });

  /** Asks the adapter for what the schema says; `Unfit` where it does not come. */
  async function ask<Answer>(
    what: Asked,
    schema: z.ZodType<Answer>,
    account: Account,
    more: readonly unknown[],
  ): Promise<Answer> {
    const work = able[what];
    const unfit = (code: string, says: string, why: string): Unfit => {
      log.error(`presence: the channel type ${type.type}: ${what} ${says}: ${hidden(why, account.secret)}`);
      return new Unfit(
        code,
        `The code of the app behind “${type.label}” ${says}. The log of the server says what.`,
      );
    };
    let answer: unknown;
    try {
      answer = withoutUndefined(
        await deadline(async () => work?.call(self, accountOf(type, account), ...more), patienceFor(what)),
      );
    } catch (error) {
      if (error instanceof Ended) throw error;
      if (error === deadline.over)
        throw unfit('own.no-answer', 'did not answer in time', `${patienceFor(what).ms} ms`);
      throw unfit(
        'own.threw',
        'failed',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      );
    }
    const given = schema.safeParse(answer);
    if (given.success) return given.data;
    const why = given.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`).join('; ');
    throw unfit('own.no-outcome', 'gave an answer that is none', why);
  }

  const said = <Told extends object>({ secret }: Account, told: Told): Told => ({
    ...told,
    ...('message' in told && typeof told.message === 'string'
      ? { message: hidden(told.message, secret) }
      : {}),
    ...('note' in told && typeof told.note === 'string' ? { note: hidden(told.note, secret) } : {}),
  });

  const outcome = (error: unknown): Outcome => {
    if (error instanceof Ended) return checked(error.outcome);
    if (error instanceof Unfit) return { kind: 'unknown', code: error.code, message: error.message };
    throw error;
  };
  /** An app ends a step with an outcome of its own. */
  const checked = (given: Outcome): Outcome => {
    const end = ownAnswers.deliver.safeParse(withoutUndefined(given));
    return end.success
      ? end.data
      : {
          kind: 'unknown',
          code: 'own.no-outcome',
          message: `The code of the app behind “${type.label}” gave an answer that is none.`,
        };
  };

  /** Taking back or correcting that did not work: such calls may be repeated. */
  const notDone = (account: Account) => (error: unknown) => {
    const end = outcome(error);
    const { code, message } = 'message' in end ? end : { code: 'own.no-outcome', message: end.kind };
    const stands = end.kind === 'unknown' ? 'Whether it was done is not known.' : 'It was not done.';
    const after = end.kind === 'retry' && end.after !== undefined ? { after: end.after } : {};
    return said(account, { kind: 'failed' as const, code, message: `${stands} ${message}`, ...after });
  };

  return {
    recall: able.recall ? 'deletes' : 'by-hand',
    corrects: able.correct !== undefined,
    adapter: {
      kind: 'own',
      inDoubt: able.inDoubt,

      test: async (account) => {
        try {
          const report = await ask('test', ownAnswers.test, account, []);
          const found = report.found.map(({ label, value }) => ({
            ...{ label, value: hidden(value, account.secret) },
          }));
          return said(account, { ...report, found });
        } catch (error) {
          return said(account, failedReport(outcome(error)));
        }
      },

      deliver: async (account, delivery) => {
        let isOver = false;
        const beat = async () => !isOver && (await delivery.beat());
        const work = ask('deliver', ownAnswers.deliver, account, [{ ...ownCopy(delivery), beat }]);
        // What it still does after its time must not publish.
        return said(account, await work.catch(outcome).finally(() => (isOver = true)));
      },

      ...(able.find && {
        async find(account, delivery) {
          try {
            return await ask('find', ownAnswers.find, account, [ownCopy(delivery)]);
          } catch (error) {
            const end = said(account, outcome(error));
            throw new Error('message' in end ? end.message : end.kind, { cause: new Ended(end) });
          }
        },
      }),

      ...(able.recall && {
        recall: async (account, sent) =>
          said(
            account,
            await ask('recall', ownAnswers.recall, account, [ownCopy(sent)]).catch(notDone(account)),
          ),
      }),

      ...(able.correct && {
        correct: async (account, sent) =>
          said(
            account,
            await ask('correct', ownAnswers.correct, account, [ownCopy(sent)]).catch(notDone(account)),
          ),
      }),

      ...(able.counts && {
        counts: async (account, remoteIds) => ask('counts', ownAnswers.counts, account, [remoteIds]),
      }),
    },
  };
}

/** What was approved stays as it is, whatever an app does with what it is handed. */
const ownCopy = <Sent extends { readonly copy: Copy }>(sent: Sent): Sent => ({
  ...sent,
  copy: structuredClone(sent.copy),
});

/** Parts that an app left open. */
const withoutUndefined = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && Object.getPrototypeOf(answer) === Object.prototype
    ? Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined))
    : answer;

/** What the code of an app did that is no answer. */
class Unfit extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

function read(made: unknown) {
  const adapter = ownAdapter.safeParse(made);
  if (adapter.success) return adapter.data;
  throw new Error(
    adapter.error.issues
      .map(({ path, message }) => `${pathText(['adapter', ...path])}: ${message}`)
      .join('; '),
  );
}

/** The account as the adapter knows it: its own fields, as they are declared now. */
function accountOf({ label, settings, secret }: OwnType, account: Account) {
  const values = valuesFor(settings).safeParse(
    declared(ownSettings.parse(account.settings).values, settings),
  );
  const signed = secretFor(secret).safeParse(declared(ownSecret.parse(account.secret ?? {}), secret));
  const error = values.error ?? signed.error;
  const field = [...settings, ...secret].find(({ name }) => name === error?.issues[0]?.path[0]);
  if (!values.success || !signed.success)
    throw new Ended({
      kind: 'reauthorise',
      code: 'own.settings',
      message: `“${field?.label ?? label}” is missing, or not as ${label} needs it now. Open the channel, fill it in and test it.`,
    });
  return { key: account.key, name: account.name, settings: values.data, secret: signed.data };
}
