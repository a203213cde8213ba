import { Injectable } from '@nestjs/common';
import { ConfigureCommand, type ConfigureOptions } from './configure.command.ts';
import { ImportPeopleCommand } from './import-people.command.ts';

/** The first steps of an installation in one go, for whoever starts it from files. Safe to repeat, as each step is. */
@Injectable()
export class SetUpCommand {
  constructor(
    private readonly configure: ConfigureCommand,
    private readonly importPeople: ImportPeopleCommand,
  ) {}

  async run(institution: string, hrExport: string | undefined, options: ConfigureOptions): Promise<string> {
    const configured = await this.configure.run(institution, options);
    return hrExport === undefined ? configured : `${configured}\n${await this.importPeople.run(hrExport, {})}`;
  }
}
