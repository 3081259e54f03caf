import { access } from './access.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { bank } from './bank.ts';
import { data } from './data.ts';
import { db } from './db.ts';
import { doctor } from './doctor.ts';
import { exams } from './exams.ts';
import { figures } from './figures.ts';
import { hours } from './hours.ts';
import { peopleSubject } from './people.ts';
import { importing } from './imports.ts';
import { keys } from './keys.ts';
import { reports } from './reports.ts';
import { statutes } from './statutes.ts';
import { unitsSubject } from './units.ts';
import type { Subject } from './subject.ts';

/** Everything that `xuefa` knows, in the order of its help. */
export const subjects: Subject[] = [
  access,
  doctor,
  audit,
  backup,
  db,
  unitsSubject,
  peopleSubject,
  importing,
  bank,
  exams,
  statutes,
  data,
  figures,
  hours,
  reports,
  keys,
];
