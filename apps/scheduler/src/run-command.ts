import { InvalidSetupError } from '@ligature/institutions';
import { ConfigurationError, type LogTarget, readConfigs, START_OPTIONS } from '@ligature/runtime';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { InstitutionRepository } from '@ligature/persistence';
import { CommandError } from './commands/command.error.ts';
import { HeldPlansCommand } from './commands/held-plans.command.ts';
import { SchedulerModule, schedulerConfigs } from './scheduler.module.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The scheduler without clock and workers: what a command needs. */
export async function createScheduler(env: Environment, logTarget: LogTarget): Promise<INestApplicationContext> {
  const configs = readConfigs(schedulerConfigs, env);
  const app = await NestFactory.createApplicationContext(SchedulerModule.with(configs, logTarget), START_OPTIONS);
  app.useLogger(app.get(Logger));
  app.flushLogs();
  return app;
}

/**
 * Runs one command from start to end. What it answers goes to standard output, for programs too; why it failed, and what else
 * somebody should know, to standard error.
 * @param saysWhatIsHeld whether what waits for a person is said after it: not where it is the answer itself
 */
export async function runCommand<C>(
  env: Environment,
  command: Type<C>,
  run: (command: C) => Promise<string>,
  saysWhatIsHeld = true,
): Promise<void> {
  try {
    const app = await startForCommand(env);
    try {
      await RequestContext.create(app.get(MikroORM).em, async () => {
        const said = await run(app.get(command));
        if (said !== '') process.stdout.write(`${said}\n`);
        if (saysWhatIsHeld) await sayWhatIsHeld(app);
      });
    } finally {
      await app.close();
    }
  } catch (error) {
    fail(error);
  }
}

/** What a failed start leaves open has nobody to close it, and would keep the process alive: it ends here. */
async function startForCommand(env: Environment): Promise<INestApplicationContext> {
  try {
    return await createScheduler({ LOG_LEVEL: 'warn', ...env }, 2);
  } catch (error) {
    fail(error);
    return process.exit();
  }
}

/** Whoever works here learns that something waits for a person, whatever they came for. */
async function sayWhatIsHeld(app: INestApplicationContext): Promise<void> {
  const lines = await app.get(HeldPlansCommand).lines(await app.get(InstitutionRepository).all());
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** Errors that say all there is to say in their message. */
const KNOWN = [CommandError, ConfigurationError, InvalidSetupError, TypeError];

/** Says why in plain words where we know, with a stack trace where we do not. */
export function fail(error: unknown): void {
  const text =
    error instanceof Error ? (isKnown(error) ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

function isKnown(error: Error): boolean {
  return KNOWN.some((type) => error instanceof type);
}
