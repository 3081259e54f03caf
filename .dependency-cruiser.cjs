/* The import table of the house. Each rule is shown to fire in tests/architecture/boundaries.test.ts. */

/** Rooms of the workshop, ground first: a room may import any room before it. */
const rooms = `
  audit access portals files imports units people selections movement rosters statutes bank courses plans study hours
  outside events registers papers exams exemptions grading stats practice completion figures reports certificates notices feedback
  inspection
`
  .trim()
  .split(/\s+/);
const anyRoom = `(${rooms.join('|')})`;
const server = '^src/lib/server';
const frontDoor = `${server}/${anyRoom}/index\\.ts$`;
const packages = '(^|/)node_modules/';
const source = { pathNot: '\\.test\\.ts$' };

const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...source, ...from },
  to,
});

/** Everything a room may not reach: the rooms after it. */
const roomOrder = rooms
  .slice(0, -1)
  .map((room, at) =>
    rule(
      `room-order-${room}`,
      `${room} stands below these rooms; announce a fact instead`,
      { path: `${server}/${room}/` },
      { path: `${server}/(${rooms.slice(at + 1).join('|')})/` },
    ),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'two things that need each other are one thing; a component may hold itself, as a tree does',
      {},
      { circular: true, via: { pathNot: '\\.svelte$' }, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-unresolved',
      'an import that leads nowhere',
      { path: '^(src|seeds|tests)/' },
      {
        couldNotResolve: true,
        pathNot: ['^\\$(app|service-worker)(/|$)', '^\\./\\$types', '\\?(raw|url|worker)$'],
      },
    ),
    rule(
      'src-knows-no-outside',
      'seeds, tests and scripts import src, never the other way',
      { path: '^src/' },
      { path: '^(seeds|tests|scripts)/' },
    ),

    rule(
      'domain-is-pure',
      'rules take values and return values',
      { path: '^src/lib/domain/' },
      { pathNot: '^src/lib/domain/' },
    ),
    rule(
      'parlour-tools-know-no-server',
      'forms, ui and state run in the browser too',
      { path: '^src/lib/(forms|ui|state)/' },
      {
        path: '^src/(lib/server|routes|hooks|cli|workers)',
      },
    ),

    rule(
      'rooms-reach-down-only',
      'a room knows the domain, the floor it stands on and its own files',
      { path: `${server}/${anyRoom}/` },
      {
        path: '^src/',
        pathNot: [`^src/lib/domain/`, `${server}/(db|platform|documents|facts|${anyRoom})/`],
      },
    ),
    rule(
      'rooms-by-the-front-door',
      "another room's queries and rows are its own",
      { path: `${server}/${anyRoom}/` },
      {
        path: `${server}/${anyRoom}/`,
        pathNot: [`${server}/$1/`, frontDoor],
      },
    ),
    ...roomOrder,
    rule(
      'queries-hold-no-rules',
      'a query is SQL: kysely, the schema, types of the domain, rows of its room',
      { path: `${server}/${anyRoom}/queries[^/]*\\.ts$` },
      {
        path: ['^src/', packages],
        pathNot: [
          `${server}/db/`,
          `${server}/$1/(rows|queries)[^/]*\\.ts$`,
          'node_modules/kysely/',
          '^src/lib/domain/',
        ],
      },
    ),
    rule(
      'queries-take-types-only',
      'of the domain a query takes types; rules are asked by the verb',
      { path: `${server}/${anyRoom}/queries[^/]*\\.ts$` },
      {
        path: '^src/lib/domain/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'ground-knows-no-room',
      'db, platform, documents and facts serve every room alike',
      { path: `${server}/(db|platform|documents|facts)/` },
      {
        path: '^src/',
        pathNot: [
          '^src/lib/domain/',
          '^src/lib/forms/parseForm\\.ts$',
          `${server}/(db|platform|documents|facts)/`,
        ],
      },
    ),
    rule(
      'ground-takes-types-only',
      'of the domain the ground takes types, and values of domain/shared',
      { path: `${server}/(db|platform|documents|facts)/` },
      {
        path: '^src/lib/domain/',
        pathNot: '^src/lib/domain/shared/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'migrations-stand-alone',
      'a migration imports no application code',
      { path: `${server}/db/migrations/[0-9]` },
      {
        path: '^src/',
        pathNot: `${server}/db/migrations/step\\.ts$`,
      },
    ),
    rule(
      'wiring-lists-only',
      'wiring knows front doors and facts',
      { path: `${server}/wiring\\.ts$` },
      {
        path: ['^src/', packages],
        pathNot: [
          frontDoor,
          `${server}/(facts|platform)/`,
          `${server}/db/index\\.ts$`,
          '^src/lib/domain/facts/',
        ],
      },
    ),

    rule(
      'routes-parse-and-call',
      'a route knows front doors, forms and what it shows',
      { path: '^src/routes/' },
      {
        path: '^src/',
        pathNot: [
          '^src/routes/',
          '^src/lib/(domain|forms|ui|state|styles)/',
          frontDoor,
          `${server}/platform/(http|clock|act)\\.ts$`,
        ],
      },
    ),
    rule(
      'routes-know-no-sql',
      'SQL stays in queries',
      { path: '^src/(routes|hooks|cli)' },
      { path: 'node_modules/(kysely|better-sqlite3|pg)/' },
    ),
    rule(
      'hooks-and-cli-by-the-front-door',
      'hooks and cli do what routes may, on the open ground',
      { path: '^src/(hooks|cli)' },
      {
        path: '^src/',
        pathNot: [
          '^src/(hooks|cli)',
          '^src/lib/(domain|forms|ui|state|styles)/',
          frontDoor,
          `${server}/platform/`,
          `${server}/db/index\\.ts$`,
          `${server}/(wiring|house)\\.ts$`,
        ],
      },
    ),
    rule(
      'workers-read-only',
      'a worker reads rows and draws; the parent has authorized',
      { path: '^src/workers/' },
      {
        path: '^src/',
        pathNot: [
          '^src/workers/',
          '^src/lib/domain/',
          `${server}/(documents|platform|db)/`,
          `${server}/${anyRoom}/(queries|rows)[^/]*\\.ts$`,
        ],
      },
    ),
    rule(
      'questions-are-for-rooms',
      'questions are asked inside an authorized act',
      { path: '^src/(routes|hooks|cli|workers)' },
      { path: `${server}/${anyRoom}/questions` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.svelte-kit|build)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
    },
  },
};
