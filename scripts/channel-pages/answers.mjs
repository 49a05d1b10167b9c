// Reads what a channel answers with out of its source: every `{ kind, code, message }`.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Codes of every channel; docs/channels.md says what is common to all. */
const commonPrefixes = new Set([
  ...['outgoing', 'channel', 'delivery', 'picture', 'video', 'connect', 'entry', 'correction'],
]);
const isCommon = (code) => commonPrefixes.has(code.split('.')[0]);
const once = (rows) => [...new Map(rows.map((row) => [`${row.code} ${row.kinds}`, row])).values()];
/** How an adapter says that a doubt is settled; the words about a doubt, of `not-done.ts`, are called so as well. */
const doubts = new Set(['look', 'send', 'ask']);

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));

const parsed = new Map();
const sourceOf = (file) => {
  if (!parsed.has(file))
    parsed.set(file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return parsed.get(file);
};

/** The file with the adapter of a kind, which is named like it. */
const adapterOf = (root, kind) => {
  const room = join(root, 'server/channels');
  return filesBelow(room).find(
    (file) => file.endsWith(`/${kind}.ts`) && !/^(?:connect|correct)\//.test(relative(room, file)),
  );
};

/** A file and all that it takes values from, within the channels. */
function closureOf(root, start) {
  const rooms = ['server/channels', 'src/channels/outcomes'].map((room) => join(root, room));
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const one of sourceOf(file).statements) {
      if (!ts.isImportDeclaration(one) || one.importClause?.isTypeOnly) continue;
      const path = one.moduleSpecifier.text;
      const target = resolve(dirname(file), `${path}.ts`);
      if (path.startsWith('.') && existsSync(target) && rooms.some((room) => target.startsWith(`${room}/`)))
        visit(target);
    }
  };
  visit(start);
  return [...seen].sort();
}

/**
 * What a kind answers with, and how a doubt is settled.
 *
 * @param codes the list of `src/shared/codes`, for what has no sentence of its own in the source.
 */
export function answersOf(root, kind, codes) {
  const adapter = adapterOf(root, kind);
  if (!adapter)
    throw new Error(`server/channels has no ${kind}.ts, so nothing is known of what ${kind} answers.`);
  const closure = closureOf(root, adapter);
  const elsewhere = ['server/channels', 'server/services'].flatMap((room) => filesBelow(join(root, room)));
  const rows = [
    ...closure.flatMap((file) => rowsIn(sourceOf(file))).filter(({ code }) => !isCommon(code)),
    ...elsewhere.flatMap((file) => rowsIn(sourceOf(file))).filter(({ code }) => code.startsWith(`${kind}.`)),
  ];
  const listed = Object.entries(codes)
    .filter(([code]) => code.startsWith(`${kind}.`) && !rows.some((row) => row.code === code))
    .map(([code, { means }]) => ({ code, kinds: ['failed'], says: means }));
  const inDoubt = closure
    .flatMap((file) => valuesOf(sourceOf(file), 'inDoubt'))
    .find((value) => doubts.has(value));
  if (!inDoubt)
    throw new Error(`${relative(root, adapter)} does not say what follows where ${kind} is in doubt.`);
  return {
    rows: once([...rows, ...listed]).map((row) =>
      /[a-z]/.test(row.says) ? row : { ...row, says: codes[row.code]?.means ?? '' },
    ),
    isMeta: closure.some((file) => relative(root, file).startsWith('src/channels/outcomes/meta/')),
    inDoubt,
  };
}

function walk(node, look) {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}

const nodesOf = (source, isIt) => {
  const found = [];
  walk(source, (node) => isIt(node) && found.push(node));
  return found;
};

/** Properties of an object, those that it spreads out of another literal too. */
const ownOf = (object) =>
  object.properties.flatMap((one) =>
    ts.isSpreadAssignment(one) && ts.isObjectLiteralExpression(one.expression)
      ? ownOf(one.expression)
      : [one],
  );
const named = (properties, name) =>
  properties.find(
    (one) => one.name?.text === name && (one.initializer || ts.isShorthandPropertyAssignment(one)),
  );
const propertiesOf = (source, name) =>
  nodesOf(
    source,
    (node) =>
      (ts.isPropertyAssignment(node) ||
        ts.isMethodDeclaration(node) ||
        ts.isShorthandPropertyAssignment(node)) &&
      node.name?.text === name,
  );
const valuesOf = (source, name) =>
  propertiesOf(source, name)
    .filter(ts.isPropertyAssignment)
    .flatMap(({ initializer }) => stringsOf(initializer));

/** Each text that an expression may be. */
function stringsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)];
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return stringsOf(node.expression);
  return [];
}

/** A text for a person, `…` where something is told at run time. */
function wordsOf(node) {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  return ts.isConditionalExpression(node) ? wordsOf(node.whenTrue) : '…';
}

function rowsIn(source) {
  return nodesOf(source, ts.isObjectLiteralExpression).flatMap((object) => {
    const properties = ownOf(object);
    const code = named(properties, 'code')?.initializer;
    const codes = code ? stringsOf(code).filter((one) => /^[a-z]+[.][a-z-]+$/.test(one)) : [];
    const message = named(properties, 'message')?.initializer;
    const what = named(properties, 'what')?.initializer;
    const isQuota = ts.isCallExpression(object.parent) && object.parent.expression.getText() === 'tooMany';
    const kind = named(properties, 'kind')?.initializer;
    const still = named(properties, 'still')?.initializer;
    const kinds = isQuota ? ['parked'] : still ? ['failed'] : kind ? stringsOf(kind) : [];
    const says = isQuota
      ? `${wordsOf(what)} for now. It goes on by itself.`
      : still
        ? `${wordsOf(still)} …`
        : wordsOf(message);
    return kinds.length === 0 || says === '' ? [] : codes.map((one) => ({ code: one, kinds, says }));
  });
}
