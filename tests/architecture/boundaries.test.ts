import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { sampleHouse } from '../support/sampleHouse.ts';

interface Sample {
  from: string;
  imports: string;
  /** Written as `import type`. */
  isType?: boolean;
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};
const roomOrder = forbidden.map((rule) => rule.name).filter((name) => name.startsWith('room-order-'));
const room = 'src/lib/server/study';

/** One breach for each rule of the import table. */
const breaches: Record<string, Sample[]> = {
  'no-cycles': [{ from: 'src/lib/domain/study/a.ts', imports: '#lib/domain/study/b.ts' }],
  'no-unresolved': [{ from: 'src/lib/domain/study/lost.ts', imports: './nowhere.ts' }],
  'src-knows-no-outside': [{ from: `${room}/verbs.seeded.ts`, imports: '../../../../seeds/words.ts' }],
  'domain-is-pure': [
    { from: 'src/lib/domain/study/disk.ts', imports: 'node:fs' },
    { from: 'src/lib/domain/study/parser.ts', imports: 'valibot' },
    { from: 'src/lib/domain/study/server.ts', imports: '#lib/server/study/index.ts' },
  ],
  'parlour-tools-know-no-server': [
    { from: 'src/lib/forms/study.ts', imports: '#lib/server/study/index.ts' },
    { from: 'src/lib/ui/Deep.svelte', imports: '#lib/server/study/index.ts' },
    { from: 'src/lib/state/clock.svelte.ts', imports: '../../routes/page.ts' },
  ],
  'rooms-reach-down-only': [
    { from: `${room}/verbs.forms.ts`, imports: '#lib/forms/courses.ts' },
    { from: `${room}/verbs.wiring.ts`, imports: '../wiring.ts' },
  ],
  'rooms-by-the-front-door': [{ from: `${room}/verbs.backDoor.ts`, imports: '../bank/queries.ts' }],
  'queries-hold-no-rules': [
    { from: `${room}/queries.acts.ts`, imports: '../bank/index.ts' },
    { from: `${room}/queries.forms.ts`, imports: 'valibot' },
  ],
  'queries-take-types-only': [{ from: `${room}/queries.rules.ts`, imports: '#lib/domain/study/spans.ts' }],
  'ground-knows-no-room': [{ from: 'src/lib/server/platform/mail.ts', imports: '../study/index.ts' }],
  'ground-takes-types-only': [{ from: 'src/lib/server/db/year.ts', imports: '#lib/domain/study/spans.ts' }],
  'migrations-stand-alone': [
    { from: 'src/lib/server/db/migrations/900-x.ts', imports: '#lib/domain/shared/time.ts' },
  ],
  'wiring-lists-only': [{ from: 'src/lib/server/wiring.ts', imports: './study/queries.ts' }],
  'routes-parse-and-call': [
    { from: 'src/routes/(learn)/+page.server.ts', imports: '#lib/server/study/queries.ts' },
    { from: 'src/routes/(learn)/+page.svelte', imports: '#lib/server/db/index.ts' },
  ],
  'routes-know-no-sql': [{ from: 'src/routes/(learn)/a/+page.server.ts', imports: 'kysely' }],
  'hooks-and-cli-by-the-front-door': [
    { from: 'src/hooks/act.ts', imports: '#lib/server/study/queries.ts' },
    { from: 'src/cli/study.ts', imports: '#lib/server/study/verbs.ts' },
  ],
  'workers-read-only': [{ from: 'src/workers/read.ts', imports: '#lib/server/study/verbs.ts' }],
  'questions-are-for-rooms': [
    { from: 'src/routes/(learn)/b/+page.server.ts', imports: '#lib/server/study/questions.ts' },
  ],
};

/** The other half of the cycle, which is told of at one of its places. */
const backAgain: Sample = { from: 'src/lib/domain/study/b.ts', imports: '#lib/domain/study/a.ts' };

/** What the table allows; nothing may be said about it. */
const allowed: Sample[] = [
  { from: `${room}/verbs.ts`, imports: '../bank/index.ts' },
  { from: `${room}/verbs.more.ts`, imports: './queries.ts' },
  { from: `${room}/queries.ts`, imports: 'kysely' },
  { from: `${room}/queries.types.ts`, imports: '#lib/domain/study/spans.ts', isType: true },
  { from: 'src/routes/(learn)/c/+page.server.ts', imports: '#lib/server/study/index.ts' },
  { from: 'src/routes/(learn)/c/+page.svelte', imports: '#lib/ui/Button.svelte' },
  { from: 'src/workers/rows.ts', imports: '#lib/server/study/queries.ts' },
  { from: 'src/cli/bank.ts', imports: '#lib/server/bank/index.ts' },
];

/** Things to be imported; empty, and innocent themselves. */
const targets = [
  'seeds/words.ts',
  'src/routes/page.ts',
  'src/lib/ui/Button.svelte',
  'src/lib/forms/courses.ts',
  'src/lib/domain/study/spans.ts',
  'src/lib/domain/shared/time.ts',
  'src/lib/server/db/index.ts',
  ...['study', 'bank'].flatMap((name) =>
    ['index', 'verbs', 'queries', 'questions'].map((file) => `src/lib/server/${name}/${file}.ts`),
  ),
];

function textOf({ from, imports, isType = false }: Sample): string {
  const line = `import ${isType ? 'type ' : ''}* as thing from '${imports}';\nexport const used${isType ? ': typeof thing | null = null' : ' = thing'};\n`;
  return from.endsWith('.svelte') ? `<script>import * as thing from '${imports}';</script>{thing}` : line;
}

/** Breaches of the order of rooms: each room but the last reaches for the one after it. */
function roomOrderSamples(): Sample[] {
  const rooms = [...roomOrder.map((name) => name.replace('room-order-', '')), 'inspection'];
  return rooms.slice(0, -1).map((name, at) => ({
    from: `src/lib/server/${name}/verbs.up.ts`,
    imports: `../${rooms[at + 1]}/index.ts`,
  }));
}

function violations(samples: Sample[]): { rule: string; from: string }[] {
  const up = samples.filter((sample) => sample.from.endsWith('verbs.up.ts'));
  const house = sampleHouse({
    ...Object.fromEntries(
      targets.map((path) => [path, path.endsWith('.ts') ? 'export const it = 1;\n' : '']),
    ),
    ...Object.fromEntries(
      up.map(({ from, imports }) => [
        new URL(imports, `file:///${from}`).pathname.slice(1),
        'export const it = 1;\n',
      ]),
    ),
    ...Object.fromEntries(samples.map((sample) => [sample.from, textOf(sample)])),
  });
  try {
    const said = house.run(
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'src',
    );
    const { summary } = JSON.parse(said) as {
      summary: { violations: { rule: { name: string }; from: string }[] };
    };
    return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  } finally {
    house.remove();
  }
}

it('each rule of the import table fires on a breach of it', () => {
  const samples = [...Object.values(breaches).flat(), backAgain, ...roomOrderSamples()];
  const found = new Set(violations(samples).map(({ rule, from }) => `${rule}: ${from}`));
  const expected = Object.entries(breaches).flatMap(([rule, list]) =>
    list.map(({ from }) => `${rule}: ${from}`),
  );
  const ordered = roomOrder.map(
    (rule) => `${rule}: src/lib/server/${rule.replace('room-order-', '')}/verbs.up.ts`,
  );
  expect([...expected, ...ordered].filter((one) => !found.has(one))).toEqual([]);
});

it('every rule has a sample here', () => {
  expect(forbidden.map((rule) => rule.name).sort()).toEqual([...Object.keys(breaches), ...roomOrder].sort());
});

it('what the table allows passes', () => {
  expect(violations(allowed)).toEqual([]);
});
