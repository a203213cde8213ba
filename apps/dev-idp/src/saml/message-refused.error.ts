/**
 * The browser brought something that cannot be answered. The text is shown as it is: whoever sees this page is building
 * or testing a service provider and needs the reason.
 */
export class MessageRefusedError extends Error {
  readonly code = 'message_refused';
  override readonly name = 'MessageRefusedError';

  constructor(
    message: string,
    readonly status: 400 | 409 | 410 | 502 = 400,
  ) {
    super(message);
  }
}
