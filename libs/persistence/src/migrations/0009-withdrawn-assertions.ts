import { Migration } from '@mikro-orm/migrations';

/** A feed of changes names what it takes back: that is stated, and not concluded from a row that is no longer listed. */
export class WithdrawnAssertions extends Migration {
  override up(): void {
    this.addSql(`alter table "assertion" add column "withdrawn_at" timestamptz null;`);
  }
}
