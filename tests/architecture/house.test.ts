import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import config from '../../svelte.config.js';
import { filesBelow } from '../support/source.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const workshop = 'src/lib/server';

/** What git keeps, as text; pictures and other binaries are left out. */
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(path) && !/\.(png|jpe?g|ico|docx|xlsx|woff2?)$/.test(path));

it('hooks.server.ts is a table of contents', () => {
  expect(read('src/hooks.server.ts').split('\n').length).toBeLessThan(40);
});

it('no folder or file hides behind a name that says nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|managers?|stuff)(\/|\.)|-(v2|new|final)/i;
  expect(filesBelow('src', /./).filter((path) => vague.test(path))).toEqual([]);
});

/** Files of a room that are none of the known kinds, and what they hold. */
const ownKinds: Record<string, string> = {
  'access/codes.ts': 'one way to issue a code, by hand or by mail',
  'access/devices.ts': 'the cookie of computers that know an account',
  'access/entry.ts': 'one way in for password, second step and portal',
  'access/endings.ts': 'one way for grants to end, with what was delegated under them',
  'access/factors.ts': 'codes of the second factor and of recovery',
  'access/limits.ts': 'counts failures at account, computer and address',
  'access/ownPassword.ts': 'asks for the password again before security is changed',
  'access/passwords.ts': 'argon2id, as many at a time as cores',
  'access/require.ts': 'the question that every verb opens with',
  'access/sessions.ts': "Lucia's adapter",
  'portals/binding.ts': 'who of us a portal has before it, and the binding',
  'portals/trips.ts': 'what a browser carries to a portal and back',
  'access/tickets.ts': 'what stands between password and second factor',
  'access/wishes.ts': 'one way for a password to be wished and written',
  'audit/cut.ts': 'the old part of the log, taken out into files',
  'audit/verify.ts': 'reads the chain of seals back',
  'certificates/contents.ts': 'what the records say, for issuing and for comparing',
  'certificates/issuing.ts': 'one way to issue, for one person and for a batch',
  'certificates/seal.ts': 'one way to seal and to judge, for every page that shows a state',
  'certificates/sheets.ts': 'the printed sheet with the picture of its address',
  'exams/ending.ts': 'one end of an attempt for submission, deadline and job',
  'exams/lengthening.ts': 'one way to move deadlines for outages, grants and windows',
  'exams/seat.ts': 'what sitting does to the list, within the start of an attempt',
  'imports/chunks.ts': 'how many rows of an import are written at once, and what breaks it off',
  'imports/reading.ts': 'the conversation with the thread that reads a file',
  'imports/readingThread.ts': 'the thread that reads a file, kept for the next one',
  'imports/run.ts': 'one import from state to state, for its job',
  'imports/shelf.ts': 'uploaded and marked files, enciphered, while they are needed',
  'files/shelf.ts': 'bytes on disk, outside the database',
  'hours/booking.ts': 'one way to enter hours for lessons and events',
  'people/handover.ts': 'what a merge gives of the room itself, and gives back',
  'people/keys.ts': 'one way to check and to find again the numbers of a person',
  'movement/moving.ts': 'how a move is carried out: by one coordinator, by a transfer, by a change of status',
  'movement/departures.ts': 'what follows a departure on its day: by the verb and by the job',
  'people/splitting.ts': 'one way for a post to change from a day on, for changes and merged units',
  'people/succession.ts': 'one way for a post to end and classes to change, for imports and moves',
  'practice/noting.ts': 'one way for answers to move cards and the book, for sets, mock exams and checks',
  'practice/spacing.ts': 'FSRS: when a question comes again',
  'plans/following.ts':
    'what follows a person into plans and unit assignments, for facts and the turn of the day',
  'plans/planContent.ts': 'what a plan may hold, for new ones and drafts',
  'plans/reasons.ts': 'why the people of a page are behind, from many rooms',
  'units/hanging.ts': 'what hangs on a unit, before it changes',
  'units/placing.ts': 'one way for a tree to hang elsewhere from a day on',
  'plans/membership.ts': 'one way to join and leave a plan, for publications and facts',
};

it('a room of the workshop has a front door and only the known kinds of file', () => {
  const kinds = /\/(index|verbs|queries|rows|jobs|questions)(\.[a-zA-Z]+)?\.ts$/;
  const rooms = readdirSync(workshop, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(db|platform|documents|facts)$/.test(entry.name))
    .map((entry) => entry.name);
  const files = rooms.flatMap((room) => readdirSync(`${workshop}/${room}`).map((file) => `${room}/${file}`));
  const known = (path: string) =>
    kinds.test(`/${path}`) || path in ownKinds || /\.test\.ts$|\/policy$/.test(path);
  expect(rooms.filter((room) => !files.includes(`${room}/index.ts`))).toEqual([]);
  expect(files.filter((path) => !known(path))).toEqual([]);
  expect(Object.keys(ownKinds).filter((path) => !files.includes(path))).toEqual([]);
});

it('no tracked file names a path of a machine or the host of a registry', () => {
  const places = ['(^|[^\\w./-])/(work|farm|root)/', 'registry\\.npm' + 'js', 'deb\\.debian' + '\\.org'];
  const place = new RegExp(places.join('|'), 'm');
  expect(tracked.filter((path) => place.test(read(path)))).toEqual([]);
});

it('the one inline style that the content policy admits is the one that SvelteKit writes', () => {
  const [, style = ''] =
    /id="svelte-announcer"[^>]* style="([^"]+)"/.exec(read('.svelte-kit/generated/root.svelte')) ?? [];
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  expect(config.kit?.csp?.directives?.['style-src-attr']).toEqual(['unsafe-hashes', hash]);
});

it('the content policy admits nothing inline and no other host', () => {
  const sources = Object.values(config.kit?.csp?.directives ?? {}).flat();
  expect(sources.filter((source) => /unsafe-(inline|eval)|https?:|\*/.test(String(source)))).toEqual([]);
});
