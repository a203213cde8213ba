import { ENCODINGS } from '@ligature/assertions';
import { CASE_DECISIONS, type CaseDecision, migrateDatabase, PersistenceConfig } from '@ligature/persistence';
import { readConfigs, runProcess } from '@ligature/runtime';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { Clockwork } from './clockwork.ts';
import { type CaseDecisionOptions, CasesCommand, type CasesOptions } from './commands/cases.command.ts';
import { CheckPermissionCommand, type CheckPermissionOptions } from './commands/check-permission.command.ts';
import { ConfigureCommand, type ConfigureOptions } from './commands/configure.command.ts';
import { type AccessKeyOptions, CreateAccessKeyCommand } from './commands/create-access-key.command.ts';
import { FailedJobsCommand, type FailedJobsOptions, type RetryOptions } from './commands/failed-jobs.command.ts';
import { type DecisionOptions, HeldPlansCommand, type ShowOptions } from './commands/held-plans.command.ts';
import { EndConnectionCommand, type EndConnectionOptions } from './commands/end-connection.command.ts';
import { EndRestCommand } from './commands/end-rest.command.ts';
import { HistoryCommand, type HistoryOptions } from './commands/history.command.ts';
import { ImportItemsCommand, type ImportItemsOptions } from './commands/import-items.command.ts';
import { type ImportOptions, ImportPeopleCommand } from './commands/import-people.command.ts';
import type { BothPeopleOptions } from './commands/both-people-options.ts';
import { MergePeopleCommand } from './commands/merge-people.command.ts';
import { MoveConnectionCommand } from './commands/move-connection.command.ts';
import { RunTaskCommand, type RunTaskOptions } from './commands/run-task.command.ts';
import { SetUpCommand } from './commands/set-up.command.ts';
import { WithdrawJobCommand, type WithdrawJobOptions } from './commands/withdraw-job.command.ts';
import { type RemovalOptions, WorklistCommand, type WorklistOptions } from './commands/worklist.command.ts';
import { MissedTasks } from './missed-tasks.ts';
import { createScheduler, fail, runCommand } from './run-command.ts';
import { Workers } from './workers.ts';

/** Every command of the scheduler: see `--help`. */
export function program(env: Readonly<Record<string, string | undefined>>): Command {
  const cli = new Command('scheduler').description('Ligature: the clock, the queue and the operator’s commands.');
  const institution = new Option('-i, --institution <slug>', 'which institution; not needed while there is one');
  const yes = new Option(
    '-y, --yes',
    'do it though it concerns people or institutions that are known already; without it, it is only said',
  );

  const dryRun = new Option('--dry-run', 'change nothing, and only say what the import would do, here and on records');
  const changes = new Option('--changes <file>', 'with --dry-run: write every change of every row to this file');

  cli
    .command('serve', { isDefault: true })
    .description('do every task at its time and every job as it comes, until stopped')
    .action(() => serve(env));
  cli
    .command('migrate')
    .description('bring the database to the shape this version needs')
    .action(() => migrate(env));
  cli
    .command('set-up <institution.json> [export]')
    .description('the first steps in one go: migrate, configure, import-people; safe to repeat')
    .addOption(yes)
    .action((file: string, hrExport: string | undefined, options: ConfigureOptions) =>
      setUp(env, (command) => command.run(file, hrExport, options)),
    );
  cli
    .command('configure <institution.json>')
    .description('make an institution and its identity providers what the file says')
    .addOption(yes)
    .action((file: string, options: ConfigureOptions) =>
      runCommand(env, ConfigureCommand, (command) => command.run(file, options)),
    );
  cli
    .command('import-people <export>')
    .description('take an HR export as what the institution says of its people')
    .addOption(institution)
    .addOption(new Option('--encoding <name>', 'where the file does not say it itself').choices(ENCODINGS))
    .option('--sheet <name>', 'of a workbook: the sheet that is meant; without it, the first one that is to be seen')
    .option(
      '--allow-many-absent',
      'take an export that leaves out more than a fifth of the known jobs (of 20 or fewer more than half), or lists none',
    )
    .option('--report <file>', 'write what became of every row to this file')
    .addOption(dryRun)
    .addOption(changes)
    .action((file: string, options: ImportOptions) =>
      runCommand(env, ImportPeopleCommand, (command) => command.run(file, options)),
    );
  cli
    .command('import-items <items.ndjson>')
    .description('take works, fundings and items of any other section, as docs/items-file.md describes them')
    .addOption(institution)
    .option('--again', 'read a file again that was read last')
    .addOption(dryRun)
    .addOption(changes)
    .action((file: string, options: ImportItemsOptions) =>
      runCommand(env, ImportItemsCommand, (command) => command.run(file, options)),
    );
  cli
    .command('history <person>')
    .description('what was done about one person: a staff id, an ORCID iD, or a number that another command gives')
    .addOption(institution)
    .option('--json', 'one JSON object a line, for programs')
    .action((who: string, options: HistoryOptions) =>
      runCommand(env, HistoryCommand, (command) => command.run(who, options)),
    );
  cli
    .command('run <task>')
    .description(
      'do a task of the schedule now, and the work it finds: end-dates, token-health, import-people, refresh-metadata, housekeeping',
    )
    .addOption(institution)
    .action((task: string, options: RunTaskOptions) =>
      runCommand(env, RunTaskCommand, (command) => command.run(task, options)),
    );
  cli
    .command('plans')
    .description('show what waits for a person because it would take much away from records')
    .addOption(institution)
    .option('--report <file>', 'write every change to this file, one line each (CSV)')
    .action((options: ShowOptions) => runCommand(env, HeldPlansCommand, (command) => command.show(options), false));
  cli
    .command('release-plan <plan>')
    .description('let what is held be written')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .action((plan: string, options: Omit<DecisionOptions, 'plan'>) =>
      runCommand(env, HeldPlansCommand, (command) => command.release({ ...options, plan }), false),
    );
  cli
    .command('reject-plan <plan>')
    .description('let nothing of what is held be written, and do not ask the same again')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .action((plan: string, options: Omit<DecisionOptions, 'plan'>) =>
      runCommand(env, HeldPlansCommand, (command) => command.reject({ ...options, plan }), false),
    );
  cli
    .command('worklist')
    .description('show what is out of date on records of people who ended their permission')
    .addOption(institution)
    .option('--json', 'one JSON object a line')
    .action((options: WorklistOptions) =>
      runCommand(env, WorklistCommand, (command) => command.run(options), options.json !== true),
    );
  cli
    .command('remove-item')
    .description('remove an item of the worklist from the record, with the permission that was taken back')
    .addArgument(new Argument('<item>', 'its number, as "worklist" shows it').argParser(numberFrom('worklist')))
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .action((id: string, options: RemovalOptions) =>
      runCommand(env, WorklistCommand, (command) => command.remove(id, options)),
    );
  cli
    .command('withdraw-job <staff-id> <job-id>')
    .description('take a job back that the HR export stated by mistake: its item is removed')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .action((staffId: string, jobId: string, options: WithdrawJobOptions) =>
      runCommand(env, WithdrawJobCommand, (command) => command.run(staffId, jobId, options)),
    );
  cli
    .command('cases')
    .description('show what no program may decide about who is who')
    .addOption(institution)
    .action((options: CasesOptions) => runCommand(env, CasesCommand, (command) => command.run(options)));
  cli
    .command('decide-case')
    .description('say whether a staff id that a sign-in stated is that person’s too (same) or not (different)')
    .addArgument(new Argument('<case>', 'its number, as "cases" shows it').argParser(numberFrom('cases')))
    .addArgument(new Argument('<decision>').choices(CASE_DECISIONS))
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .action((id: string, decision: CaseDecision, options: CaseDecisionOptions) =>
      runCommand(env, CasesCommand, (command) => command.decide(id, decision, options)),
    );
  cli
    .command('end-connection <who>')
    .description('end a person’s connection: take what was written off that record, then have ORCID end the permission')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .option('--keep-items', 'leave what was written on the record')
    .option('-y, --yes', 'do it; without it, it is only said what it means')
    .action((who: string, options: EndConnectionOptions) =>
      runCommand(env, EndConnectionCommand, (command) => command.run(who, options)),
    );
  cli
    .command('move-connection <who> <to>')
    .description('give a connection to the person whose iD it is; items that are said of both keep their put-codes')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .option('-y, --yes', 'do it; without it, it is only said what it means')
    .action((who: string, to: string, options: BothPeopleOptions) =>
      runCommand(env, MoveConnectionCommand, (command) => command.run(who, to, options)),
    );
  cli
    .command('merge-people <who> <into>')
    .description('make one of two people here who are one human; the second remains')
    .addOption(institution)
    .requiredOption('--by <name>', 'who decides')
    .option('-y, --yes', 'do it; without it, it is only said what it means')
    .action((who: string, into: string, options: BothPeopleOptions) =>
      runCommand(env, MergePeopleCommand, (command) => command.run(who, into, options)),
    );
  cli
    .command('failed-jobs')
    .description('show jobs that failed so often that they are not tried any more, by cause')
    .addOption(institution)
    .action((options: FailedJobsOptions) => runCommand(env, FailedJobsCommand, (command) => command.show(options)));
  cli
    .command('retry-failed-jobs')
    .description('try them again now')
    .addOption(institution)
    .option('--cause <name>', 'only those that failed for this cause')
    .action((options: RetryOptions) => runCommand(env, FailedJobsCommand, (command) => command.retry(options)));
  cli
    .command('check-permission <staff-id>')
    .description('ask ORCID now whether this person’s permission still stands')
    .addOption(institution)
    .action((staffId: string, options: CheckPermissionOptions) =>
      runCommand(env, CheckPermissionCommand, (command) => command.run(staffId, options)),
    );
  cli
    .command('end-rest')
    .description('send requests to ORCID again although it asked for a rest (Retry-After)')
    .action(() => runCommand(env, EndRestCommand, (command) => command.run()));
  cli
    .command('create-access-key <name>')
    .description('make a key for a program that uses the admin API; it is shown this once')
    .addOption(institution)
    .addOption(
      new Option('--role <role>', 'what its holder may do').choices(['administrator', 'reader']).default('reader'),
    )
    .option('--days <days>', 'how long it is good for', wholeNumber, 365)
    .action((name: string, options: AccessKeyOptions) =>
      runCommand(env, CreateAccessKeyCommand, (command) => command.run(name, options)),
    );
  return cli;
}

async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  await runProcess('ligature-scheduler', async () => {
    const app = await createScheduler(env, 1);
    await app.get(Workers).start();
    await app.get(Clockwork).start();
    await RequestContext.create(app.get(MikroORM).em, () => app.get(MissedTasks).catchUp());
    return app;
  });
}

async function setUp(
  env: Readonly<Record<string, string | undefined>>,
  run: (command: SetUpCommand) => Promise<string>,
): Promise<void> {
  await migrate(env);
  if (process.exitCode === undefined) await runCommand(env, SetUpCommand, run);
}

async function migrate(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    const { url } = readConfigs([PersistenceConfig], env).get(PersistenceConfig);
    const done = await migrateDatabase(url);
    process.stdout.write(done.length === 0 ? 'The database is up to date.\n' : `Done: ${done.join(', ')}\n`);
  } catch (error) {
    fail(error);
  }
}

function numberFrom(list: 'cases' | 'worklist'): (text: string) => string {
  return (text) => {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
    throw new InvalidArgumentError(`It must be a number that "${list}" shows.`);
  };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
