import { dirname } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { exportsOf, filesBelow, nodesOf, parsed, writesIn } from '../support/source.ts';

/** Verbs that write and leave no entry of their own: why. */
const unaudited: Record<string, string> = {
  'access/joinAccounts': 'a step of people.mergePeople, whose entry names both records',
  'access/partAccounts': 'a step of the reversal of a merge, whose entry names both records',
  'access/beginSecondFactor': 'nothing holds before it is confirmed, which is noted',
  'access/rewriteAccountSecrets': 'a step of inspection.rotateKeys, which notes how many',
  'portals/rewritePortalSecrets': 'as access.rewriteAccountSecrets',
  'access/useSetupCode': 'a step of the setup, which is noted',
  'exams/changeCandidacy': 'a step of exemptions.decide and withdraw, which are noted',
  'exams/holdCandidate': 'writes nothing that was not there',
  'exams/takeOver': 'which page writes; the attempt and its receipt are the trace',
  'exams/saveAnswers': 'answers keep their own revisions and the receipt covers the last of them',
  'exams/recordScore': 'grading notes a changed score; the first one follows from the receipt',
  'imports/openImport':
    'nothing is written before it is confirmed; the batch is noted when done or withdrawn',
  'imports/chooseColumns': 'the same',
  'imports/atRest': 'waits, or does the work of the job, which notes it',
  'imports/confirmImport': 'the batch is noted when done, with its digest and who confirmed',
  'imports/retryImport': 'the batch is noted when done or withdrawn',
  'imports/cancelImport': 'the batch is noted when withdrawn',
  'rosters/openRoster': 'as imports.openImport',
  'rosters/chooseRosterColumns': 'as imports.openImport',
  'rosters/confirmRoster': 'as imports.confirmImport',
  'rosters/cancelRoster': 'as imports.cancelImport',
  'rosters/retryRoster': 'as imports.retryImport',
  'units/retryTree': 'as imports.retryImport',
  'rosters/stageImport': 'as imports.openImport',
  'rosters/checkImport': 'as imports.openImport',
  'rosters/commitImport': 'as imports.confirmImport',
  'outside/openResults': 'as imports.openImport',
  'outside/chooseResultColumns': 'as imports.openImport',
  'outside/confirmResults': 'as imports.confirmImport',
  'outside/retryResults': 'as imports.retryImport',
  'outside/cancelResults': 'as imports.cancelImport',
  'outside/checkResults': 'as imports.openImport',
  'outside/applyResults': 'as imports.confirmImport',
  'people/succeedPost': 'a step of a move, a transfer or a change of status, each of which is noted',
  'people/endPosts': 'a step of a change of status, which is noted',
  'people/endHeldPosts': 'a step of movement.depart, which is noted',
  'people/openPost': 'a step of movement.admit, which is noted',
  'people/enterPeople': 'a step of an import, which is noted as one batch',
  'people/withdrawEntered': 'the same, taken back',
  'people/changeRecord': 'a step of an import, which is noted as one batch',
  'people/reclassPost': 'the same',
  'people/renewPost': 'the same',
  'movement/returnAgain': 'the same',
  'people/rewriteSecrets': 'a step of inspection.rotateKeys, which notes how many',
  'feedback/forgetFeedback': 'a step of inspection.keepWithin, which notes how many',
  'feedback/noteAnswer': 'that somebody has read an answer is nobody else’s business',
  'files/forget': 'a step of inspection.keepWithin, which notes how many',
  'practice/answerItem':
    'practice is private and counts for nothing: a log of it would be a record of who practised',
  'practice/beginMock': 'the same',
  'practice/beginSet': 'the same',
  'practice/forgetPractice': 'a step of inspection.keepWithin, which notes how many',
  'practice/handIn': 'as practice.answerItem',
  'practice/keepAnswer': 'the same',
  'practice/rateAnswer': 'the same',
  'practice/resumeClock': 'the same',
  'practice/stopClock': 'the same',
  'study/forgetOpenings': 'a step of inspection.keepWithin, which notes how many',
  'study/startCheck': 'a try that is begun and not answered changes nothing that counts',
  'study/startTestOut': 'the same',
  'units/openTree': 'as imports.openImport',
  'units/chooseTreeColumns': 'as imports.openImport',
  'units/confirmTree': 'as imports.confirmImport',
  'units/cancelTree': 'as imports.cancelImport',
  'units/importTree': 'as imports.openImport and imports.confirmImport',
};

interface Declared {
  room: string;
  writes: boolean;
  /** `room/name` of what it calls. */
  calls: string[];
  isVerb: boolean;
}

const roomOf = (path: string) => dirname(path).replace('src/lib/server/', '').split('/')[0] ?? '';

/** Rooms behind the namespaces that a file imports, `audit` → `audit`. */
function roomsIn(file: ts.SourceFile, own: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of file.statements.filter(ts.isImportDeclaration)) {
    const named = statement.importClause?.namedBindings;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const room = from.startsWith('./') ? own : /^\.\.\/([a-z]+)\/\w+\.ts$/.exec(from)?.[1];
    if (named && ts.isNamespaceImport(named) && room) found.set(named.name.text, room);
    if (named && ts.isNamedImports(named) && room) {
      for (const one of named.elements) found.set(`${one.name.text}()`, room);
    }
  }
  return found;
}

/** What a function calls, and what it hands to others to be called. */
function callsOf(body: ts.Node, room: string, rooms: Map<string, string>): string[] {
  return nodesOf(body).flatMap((node) => {
    if (!ts.isCallExpression(node)) return [];
    return [node.expression, ...node.arguments].flatMap((one) => {
      if (ts.isIdentifier(one)) return [`${rooms.get(`${one.text}()`) ?? room}/${one.text}`];
      if (!ts.isPropertyAccessExpression(one) || !ts.isIdentifier(one.expression)) return [];
      const other = rooms.get(one.expression.text);
      return other ? [`${other}/${one.name.text}`] : [];
    });
  });
}

function declarations(): Map<string, Declared> {
  const all = new Map<string, Declared>();
  const paths = filesBelow('src/lib/server', /^src\/lib\/server\/(?!db|documents|facts)[a-z]+\/[^/]+\.ts$/);
  for (const path of paths.filter((one) => !/\.test\.ts$/.test(one))) {
    const file = parsed(path);
    const rooms = roomsIn(file, roomOf(path));
    for (const one of file.statements.filter(ts.isFunctionDeclaration)) {
      const name = one.name?.text ?? '';
      const isVerb =
        /\/verbs[^/]*\.ts$/.test(path) &&
        (one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);
      const room = roomOf(path);
      // A verb may bear the name of its query: both are meant then.
      const namesake = all.get(`${room}/${name}`);
      all.set(`${room}/${name}`, {
        room,
        isVerb: (isVerb && !/^on[A-Z]/.test(name)) || (namesake?.isVerb ?? false),
        writes: writesIn(one).length > 0 || (namesake?.writes ?? false),
        calls: [...(namesake?.calls ?? []), ...(one.body ? callsOf(one.body, room, rooms) : [])],
      });
    }
  }
  return all;
}

const known = declarations();
const entries = new Set(['audit/record', 'audit/recordRefusal', 'audit/noteLook']);

/** Who asks whether somebody may does nothing yet. */
const asking = new Set(['access/require', 'access/can', 'access/unitsHeld']);

/** True when something that `holds` is reached from a function. */
function reaches(key: string, holds: (key: string) => boolean, seen = new Set<string>()): boolean {
  if (seen.has(key) || asking.has(key)) return false;
  seen.add(key);
  if (holds(key)) return true;
  return known.get(key)?.calls.some((call) => reaches(call, holds, seen)) ?? false;
}

/** What the front doors show. */
const shown = new Set(
  filesBelow('src/lib/server', /^src\/lib\/server\/[a-z]+\/index\.ts$/).flatMap((door) =>
    exportsOf(parsed(door)).flatMap(({ names }) => (names ?? []).map((name) => `${roomOf(door)}/${name}`)),
  ),
);

const changes = (key: string) =>
  key === 'platform/setSetting' || (known.get(key)?.writes === true && known.get(key)?.room !== 'audit');

it('every verb that writes leaves an entry in the log', () => {
  const verbs = [...known].filter(([key, one]) => one.isVerb && shown.has(key)).map(([key]) => key);
  const writing = verbs.filter((key) => reaches(key, changes));
  const silent = writing.filter((key) => !reaches(key, (one) => entries.has(one)));
  expect(writing.length).toBeGreaterThan(80);
  expect(silent.filter((key) => !(key in unaudited))).toEqual([]);
  expect(Object.keys(unaudited).filter((key) => !silent.includes(key))).toEqual([]);
});
