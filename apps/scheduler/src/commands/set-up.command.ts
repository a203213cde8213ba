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

  async run(file: string, hrExport: string | undefined, options: ConfigureOptions): Promise<string> {
    const { slug: institution, said } = await this.configure.configure(file, options);
    return hrExport === undefined ? said : `${said}\n${await this.importPeople.run(hrExport, { institution })}`;
  }
}
