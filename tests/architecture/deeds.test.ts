import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deedName } from '#lib/domain/inspection/deeds.ts';
import ts from 'typescript';
import { detailNames, subjectNames } from '#lib/domain/inspection/detailNames.ts';
import { filesBelow, nodesOf, parsed } from '../support/source.ts';

/** An import has one for being written and one for being taken back. */
const VERB = /\b(?:verb|imported|withdrawn): '([a-zA-Z]+\.[a-zA-Z]+)'/g;

/** Those whose verb is put together from what was decided. */
const composed = [
  ...['events.takenBack', 'events.attendanceCorrected', 'units.renamed', 'units.moved', 'units.closed'],
  ...['units.merged', 'question.published', 'question.retired', 'exemption.approved', 'exemption.refused'],
  ...['hours.claimApproved', 'hours.claimRefused', 'hours.claimTakenBack', 'attempt.submitted'],
  ...['attempt.closed', 'certificates.revoked', 'certificates.replaced', 'feedback.taken', 'feedback.handed'],
  ...['feedback.answered', 'feedback.insisted', 'feedback.closed'],
];

it('every act that the log notes has a name in Chinese', () => {
  const files = filesBelow('src/lib/server', /\.ts$/);
  const noted = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(VERB)].map(([, verb]) => verb ?? ''),
  );
  expect(noted.length).toBeGreaterThan(100);
  expect([...new Set([...noted, ...composed])].filter((verb) => /[a-z]/i.test(deedName(verb)))).toEqual([]);
});

/** Names of what stands in an object that is written out, spread objects among it. */
function keysOf(object: ts.ObjectLiteralExpression): string[] {
  return object.properties.flatMap((one) => {
    if (!ts.isSpreadAssignment(one)) return one.name ? [one.name.getText()] : [];
    return ts.isObjectLiteralExpression(one.expression) ? keysOf(one.expression) : [];
  });
}

/** The object that is written out under a name: `details: { … }` or `const details = { … }`. */
function writtenAs(name: string, node: ts.Node): ts.ObjectLiteralExpression | null {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return null;
  const { initializer } = node;
  return node.name.getText() === name && initializer && ts.isObjectLiteralExpression(initializer)
    ? initializer
    : null;
}

it('every detail that the log notes, and every thing it is about, has a name in Chinese', () => {
  const recording = filesBelow('src/lib/server', /\.ts$/).filter((file) =>
    /\baudit\.record|\brecord(Refusal)?\(/.test(readFileSync(file, 'utf8')),
  );
  const nodes = recording.flatMap((file) => nodesOf(parsed(file)));
  const details = nodes.flatMap((node) => writtenAs('details', node) ?? []).flatMap(keysOf);
  expect(details.length).toBeGreaterThan(100);
  expect([...new Set(details)].filter((key) => !(key in detailNames) && key !== 'v')).toEqual([]);

  const kinds = nodes
    .flatMap((node) => writtenAs('subject', node) ?? [])
    .flatMap((subject) => [...(/kind: '(\w+)'/.exec(subject.getText())?.slice(1) ?? [])]);
  expect(kinds.length).toBeGreaterThan(20);
  expect([...new Set(kinds)].filter((kind) => !(kind in subjectNames))).toEqual([]);
});
