import type { NeededSignatures, ScreenedResponse } from '../checks/screen-response.ts';
import type { Credential } from '../credential.ts';
import type { Provider } from '../provider.ts';
import type { Recipient } from '../service-providers.ts';
import type { PendingSignOn } from '../sign-on-store.ts';

/** An answer that came back to the browser that asked, not yet verified. */
export interface ReturnedSignOn {
  /** Under which the sign-in is kept until it is used up. */
  readonly key: string;
  readonly provider: Provider;
  /** At whose portal it came back. */
  readonly recipient: Recipient;
  readonly pending: PendingSignOn;
  readonly response: ScreenedResponse;
  readonly needed: NeededSignatures;
  /** Our key that opens an encrypted assertion. */
  readonly credential: Credential | undefined;
}
