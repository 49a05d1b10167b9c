import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { asJson, type PracticeNetwork, type PracticeRequest } from '../../../server/practice/network';

interface Schema {
  readonly type?: string | readonly string[];
  readonly items?: Schema & { readonly oneOf?: readonly Schema[] };
  readonly nullable?: boolean;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Referred {
  readonly $ref: string;
}
interface Operation {
  readonly parameters?: readonly (Parameter | Referred)[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

/** What is used of a description of an API in the form of OpenAPI. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A network that refuses, beside what it knows itself, every request that the published description of its API does not have: an operation,
 * a parameter or a body. `below`: where the paths of the description begin.
 */
export function published(
  network: PracticeNetwork,
  description: Description,
  below: string,
): PracticeNetwork {
  const problemOf = requestProblem(description, below);
  return {
    ...network,
    async answer(request, hints) {
      const problem = problemOf(request);
      if (problem !== null)
        return asJson(400, { code: 0, message: `Not by the published schema: ${problem}` });
      return network.answer(request, hints);
    },
  };
}

/** What of a request the description does not have; null: it has all, or it is not about this path. */
export function requestProblem(
  given: Description,
  below: string,
): (request: PracticeRequest) => string | null {
  const description = modern(given) as Description;
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  for (const name of ['snowflake', 'nonce', 'int32', 'int64']) ajv.addFormat(name, true);
  ajv.addSchema({ $id: 'description', ...description });
  const routes = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      is: new RegExp(`^${method} ${path.replace(/\{[^}]+\}/g, '[^/]+')}$`, 'i'),
      operation: operation as Operation,
      shared: (item['parameters'] ?? []) as readonly (Parameter | Referred)[],
    })),
  );
  const resolved = <T extends object>(one: T | Referred): T =>
    '$ref' in one
      ? (one.$ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], description) as T)
      : one;
  /** Why a value is none of a schema of the description; null: it is one. */
  const why = (schema: object, value: unknown): string | null => {
    const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"description#/')) as object;
    return ajv.validate(whole, value) ? null : ajv.errorsText(ajv.errors, { dataVar: '' });
  };

  function queryProblem(url: URL, parameters: readonly Parameter[]): string | null {
    const known = parameters.filter((one) => one.in === 'query');
    const missing = known.find((one) => one.required === true && !url.searchParams.has(one.name));
    if (missing) return `the query has no ${missing.name}`;
    for (const [name, text] of url.searchParams) {
      const one = known.find((each) => each.name === name);
      if (!one) return `the query has ${name}`;
      const problem = why(overlapping(resolved(one.schema)), typed(resolved(one.schema), text));
      if (problem !== null) return `${name} in the query:${problem}`;
    }
    return null;
  }

  return ({ method, url, headers, body }) => {
    if (!url.pathname.startsWith(below)) return null;
    const asked = `${method} ${url.pathname.slice(below.length)}`;
    const route = routes.find(({ is }) => is.test(asked));
    if (!route) return `there is no ${asked}`;
    const parameters = [...route.shared, ...(route.operation.parameters ?? [])].map(resolved);
    const inQuery = queryProblem(url, parameters);
    if (inQuery !== null || body.length === 0) return inQuery;
    const [type = ''] = (headers['content-type'] ?? '').split(';');
    const content = route.operation.requestBody?.content ?? {};
    if (!Object.hasOwn(content, type)) return `a body of ${type}`;
    // Parts of a form beside files say in JSON what a body of JSON says.
    const said = type === 'application/json' ? body.toString() : payloadOf(body);
    const schema = content['application/json']?.schema;
    return said === null || !schema ? null : why(schema, JSON.parse(said));
  };
}

const payloadOf = (form: Buffer): string | null =>
  /name="payload_json"\r\n(?:[^\r]+\r\n)*\r\n([\s\S]*?)\r\n--/.exec(form.toString('utf8'))?.[1] ?? null;

/** A value of the query as its schema has it. */
function typed({ type, items }: Schema, text: string): unknown {
  const types: readonly unknown[] = [type].flat();
  if (types.includes('array')) return text.split(',').map((one) => typed(items ?? {}, one));
  if (types.includes('integer') || types.includes('number')) return Number(text);
  return types.includes('boolean') ? text === 'true' : text;
}

/** Lists of values that overlap are written as if a value were in one of them alone. */
const overlapping = (schema: Schema): Schema =>
  schema.items?.oneOf ? { ...schema, items: { anyOf: schema.items.oneOf } as Schema } : schema;

/** Version 3.0 says `nullable` where JSON Schema has a type of its own, and its bounds may be a yes or no. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern);
  if (typeof schema !== 'object' || schema === null) return schema;
  const {
    nullable,
    exclusiveMinimum,
    exclusiveMaximum,
    discriminator: _,
    ...rest
  } = schema as Record<string, unknown>;
  const made = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, modern(value)]));
  return {
    ...made,
    ...(nullable === true && typeof made['type'] === 'string' ? { type: [made['type'], 'null'] } : {}),
    ...(typeof exclusiveMinimum === 'number' ? { exclusiveMinimum } : {}),
    ...(typeof exclusiveMaximum === 'number' ? { exclusiveMaximum } : {}),
  };
}
