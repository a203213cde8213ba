import { Migration } from '@mikro-orm/migrations';

/** An item that would say of its owner what is somebody else's is held like one that loses a fact. */
export class AnotherJob extends Migration {
  override up(): void {
    this.addSql(`alter table "plan_step" drop constraint "plan_step_risk_check";`);
    this.addSql(
      `alter table "plan_step" add constraint "plan_step_risk_check" check ("risk" in ('removed', 'erased', 'reopened', 'starts-later', 'another-job', 'ended-by-absence', 'ended-long-ago'));`,
    );
  }
}
