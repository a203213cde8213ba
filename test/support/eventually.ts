import { asLoaded } from '@ligature/tools/time-limits';

/** Waits until something holds that another process brings about; fails with the last reason why it did not. */
export async function eventually(check: () => void | Promise<void>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + asLoaded(withinMs);
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
