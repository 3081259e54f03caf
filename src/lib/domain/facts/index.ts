import type { ExamFact } from './exams.ts';
import type { OutsideFact } from './outside.ts';
import type { PeopleFact } from './people.ts';
import type { PlanFact } from './plans.ts';
import type { StudyFact } from './study.ts';

/** Everything that can happen. A room announces it; the rooms above listen (`server/wiring.ts`). */
export type Fact = PeopleFact | StudyFact | ExamFact | PlanFact | OutsideFact;
export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;
export type { Ledger } from './study.ts';
