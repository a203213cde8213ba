import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../vault/keyring.ts';
import { isLost } from '../vault/sealed-by-lost-key.ts';

/** Lost keys, lost keys. */
const COUNT = `
select (select count(*)::int from connection where ended_at is null and ${isLost('access_token')}) as people,
       (select count(*)::int from orcid_client where is_current and ${isLost('client_secret')}) as clients`;

/** What cannot be used any more, since its key is lost. */
@Injectable()
export class LostKeyConcerns {
  constructor(
    private readonly em: EntityManager,
    private readonly keyring: Keyring,
  ) {}

  async list(): Promise<string[]> {
    if (this.keyring.lost.length === 0) return [];
    const lost = JSON.stringify(this.keyring.lost);
    const [row] = await this.em.execute<{ people: number; clients: number }[]>(COUNT, [lost, lost]);
    const { people = 0, clients = 0 } = row ?? {};
    return [
      ...(people > 0 ? [`people who must connect again, since the key of their permission is lost: ${people}`] : []),
      ...(clients > 0
        ? [`ORCID client secrets whose key is lost: ${clients} (scheduler: configure, with ORCID_CLIENT_SECRET)`]
        : []),
    ];
  }
}
