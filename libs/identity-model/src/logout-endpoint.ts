/** Where logout messages go, and where their answers (SAML metadata 2.2.2: another address if it says so). */
export interface LogoutEndpoint {
  readonly binding: 'redirect' | 'post';
  readonly url: string;
  readonly responseUrl: string;
}
