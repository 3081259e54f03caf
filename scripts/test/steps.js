/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands Programs of `node_modules/.bin` with their arguments, run in turn.
 * @property {boolean} [counts] True for Vitest, whose tests are counted one by one.
 * @property {string[]} [needs] Steps that must have run before.
 */

/** @type {(name: string, needs?: string[]) => Step} */
const tests = (name, needs) => ({
  name,
  commands: [['vitest', 'run', '--project', name]],
  counts: true,
  needs,
});

/** The longest journey by far: a step of its own, so that it can run beside the others. */
const THREAD = 'tests/journeys/thread.test.ts';

/** @type {(name: string, files: string[]) => Step} */
const journeys = (name, files) => ({
  name,
  commands: [['vitest', 'run', '--project', 'journeys', ...files]],
  counts: true,
  needs: ['build'],
});

/** @type {Record<string, Step>} */
const steps = {
  // Prettier knows every kind of file; oxfmt gives scripts the same shape in a hundredth of the time.
  format: {
    name: 'format',
    commands: [
      ['oxfmt', '--check', '.'],
      ['prettier', '--check', '--log-level', 'warn', '.', '!**/*.{ts,js,cjs}'],
    ],
  },
  // Scripts are oxlint's, in a tenth of the time; components are ESLint's.
  lint: {
    name: 'lint',
    commands: [
      ['oxlint', '--deny-warnings'],
      ['eslint', '.', '--max-warnings', '0'],
    ],
  },
  boundaries: {
    name: 'boundaries',
    commands: [['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'seeds', 'tests']],
  },
  // TypeScript's compiler in Go finds the same in a quarter of the time.
  types: {
    name: 'types',
    commands: [
      ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human', '--tsgo-experimental-api'],
    ],
  },
  build: { name: 'build', commands: [['vite', 'build', '--logLevel', 'warn']] },
  unit: tests('unit'),
  component: tests('component'),
  integration: tests('integration'),
  queries: tests('queries'),
  architecture: tests('architecture', ['build']),
  requests: tests('requests', ['build']),
  journeys: journeys('journeys', ['--exclude', THREAD]),
  thread: journeys('thread', [THREAD]),
};

/**
 * Lanes side by side, the steps of a lane one after another; a step that needs another lane's waits for it. Journeys
 * wait for browsers, integration for databases, requests for their server, so each has a lane of its own; what keeps a
 * single processor busy fills what they leave.
 */
export const lanes = [
  [
    ...[steps.lint, steps.boundaries, steps.format, steps.types],
    ...[steps.unit, steps.component, steps.architecture, steps.thread],
  ],
  [steps.queries, steps.integration],
  [steps.build, steps.journeys],
  [steps.requests],
];

/** Each step after those that it needs. */
const order = [steps.build, ...lanes.flat().filter((step) => step !== steps.build)];

/**
 * Steps of these names with what they need before them, in the order of a whole run; all when none is named.
 *
 * @param {string[]} names
 * @returns {Step[]}
 */
export function chosen(names) {
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    console.error(
      `no step "${unknown.join('", "')}"; there are: ${order.map((step) => step.name).join(', ')}`,
    );
    process.exit(2);
  }
  const wanted = new Set(names.flatMap((name) => [...(steps[name].needs ?? []), name]));
  return names.length === 0 ? order : order.filter((step) => wanted.has(step.name));
}
