import type { Kysely } from 'kysely';
import type { AccessTables } from './access.ts';
import type { AuditTables } from './audit.ts';
import type { FeedbackTables } from './feedback.ts';
import type { FilesTables } from './files.ts';
import type { PlansTables } from './plans.ts';
import type { ImportsTables } from './imports.ts';
import type { HoursTables } from './hours.ts';
import type { OutsideTables } from './outside.ts';
import type { EventsTables } from './events.ts';
import type { CertificatesTables } from './certificates.ts';
import type { CompletionTables } from './completion.ts';
import type { CoursesTables } from './courses.ts';
import type { FiguresTables } from './figures.ts';
import type { ReportsTables } from './reports.ts';
import type { PeopleTables } from './people.ts';
import type { MovementTables } from './movement.ts';
import type { PortalsTables } from './portals.ts';
import type { SelectionsTables } from './selections.ts';
import type { StudyTables } from './study.ts';
import type { ExamsTables } from './exams.ts';
import type { ExemptionsTables } from './exemptions.ts';
import type { GradingTables } from './grading.ts';
import type { PapersTables } from './papers.ts';
import type { PracticeTables } from './practice.ts';
import type { BankTables } from './bank.ts';
import type { StatutesTables } from './statutes.ts';
import type { PlatformTables } from './platform.ts';
import type { UnitsTables } from './units.ts';

/** Every table by its room; a room's file lists the tables that only it may write. */
export interface Tables
  extends
    PlatformTables,
    AuditTables,
    AccessTables,
    PortalsTables,
    UnitsTables,
    PeopleTables,
    SelectionsTables,
    MovementTables,
    StatutesTables,
    BankTables,
    CoursesTables,
    StudyTables,
    PapersTables,
    ExamsTables,
    ExemptionsTables,
    GradingTables,
    PracticeTables,
    FilesTables,
    FeedbackTables,
    ImportsTables,
    PlansTables,
    HoursTables,
    OutsideTables,
    EventsTables,
    CompletionTables,
    FiguresTables,
    ReportsTables,
    CertificatesTables {}

export type Db = Kysely<Tables>;
