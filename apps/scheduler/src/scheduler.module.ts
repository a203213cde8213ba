import { ConnectionsModule, orcidConfigs } from '@ligature/connections';
import { AssertionsModule } from '@ligature/assertions';
import { InstitutionsModule } from '@ligature/institutions';
import { DatabaseModule, PersistenceConfig } from '@ligature/persistence';
import { PeopleModule } from '@ligature/people';
import { recordSyncConfigs, RecordSyncModule, RecordViewModule } from '@ligature/record-sync';
import {
  Clock,
  type ConfigClass,
  ConfigModule,
  type Configs,
  LoggingConfig,
  LoggingModule,
  OutboundModule,
  type LogTarget,
} from '@ligature/runtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Clockwork } from './clockwork.ts';
import { CasesCommand } from './commands/cases.command.ts';
import { ChosenInstitution } from './commands/chosen-institution.ts';
import { CheckPermissionCommand } from './commands/check-permission.command.ts';
import { ConfigureCommand } from './commands/configure.command.ts';
import { CreateAccessKeyCommand } from './commands/create-access-key.command.ts';
import { EndConnectionCommand } from './commands/end-connection.command.ts';
import { EndRestCommand } from './commands/end-rest.command.ts';
import { FailedJobsCommand } from './commands/failed-jobs.command.ts';
import { HeldPlansCommand } from './commands/held-plans.command.ts';
import { HistoryCommand } from './commands/history.command.ts';
import { ImportItemsCommand } from './commands/import-items.command.ts';
import { ImportPeopleCommand } from './commands/import-people.command.ts';
import { ImportRun } from './commands/import-run.ts';
import { KnownPeople } from './commands/known-people.ts';
import { MergePeopleCommand } from './commands/merge-people.command.ts';
import { MoveConnectionCommand } from './commands/move-connection.command.ts';
import { RunTaskCommand } from './commands/run-task.command.ts';
import { SetUpCommand } from './commands/set-up.command.ts';
import { WithdrawJobCommand } from './commands/withdraw-job.command.ts';
import { WorklistCommand } from './commands/worklist.command.ts';
import { MissedTasks } from './missed-tasks.ts';
import { SCHEDULE } from './schedule.ts';
import { SetupConfig } from './setup.config.ts';
import { Tasks } from './tasks/tasks.ts';
import { Workers } from './workers.ts';

/** What the scheduler reads from its environment. */
export const schedulerConfigs: readonly ConfigClass[] = [
  LoggingConfig,
  PersistenceConfig,
  ...orcidConfigs,
  ...recordSyncConfigs,
  SetupConfig,
];

/** The app of the clock and the operator: tasks by time, jobs as they come, commands by hand. */
@Module({})
export class SchedulerModule {
  static with(configs: Configs, logTarget: LogTarget): DynamicModule {
    return {
      module: SchedulerModule,
      imports: [
        ConfigModule.with(configs),
        LoggingModule.named('scheduler', logTarget),
        OutboundModule,
        ScheduleModule.forRoot(),
        DatabaseModule,
        ConnectionsModule,
        AssertionsModule,
        InstitutionsModule,
        PeopleModule,
        RecordSyncModule,
        RecordViewModule,
      ],
      providers: [
        Clock,
        ...SCHEDULE,
        Tasks,
        Workers,
        Clockwork,
        ChosenInstitution,
        HeldPlansCommand,
        CheckPermissionCommand,
        ConfigureCommand,
        SetUpCommand,
        CasesCommand,
        CreateAccessKeyCommand,
        EndConnectionCommand,
        EndRestCommand,
        FailedJobsCommand,
        HistoryCommand,
        KnownPeople,
        MergePeopleCommand,
        MoveConnectionCommand,
        MissedTasks,
        ImportPeopleCommand,
        ImportRun,
        ImportItemsCommand,
        RunTaskCommand,
        WithdrawJobCommand,
        WorklistCommand,
      ],
    };
  }
}
