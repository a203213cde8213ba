/** Hears what ORCID's token endpoint says of our credentials, so that somebody can be told. What it throws changes nothing. */
export abstract class ClientNotes {
  /** ORCID gave this client what it asked for. */
  abstract accepted(clientId: string): Promise<void>;

  /** ORCID says that there is no such client, or that its secret is another. */
  abstract refused(clientId: string): Promise<void>;
}
