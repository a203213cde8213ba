import { randomUUID } from 'node:crypto';
import { HOUR, later } from '../clock.ts';
import { type Answer, type Statement } from './answer.ts';
import { transientNameId } from './name-id.ts';
import { type SwitchName } from './switch-name.ts';

const ELSEWHERE = 'https://elsewhere.invalid';

/** Each switch breaks exactly one thing and leaves the rest true, so that only the check it is meant for can refuse it. */
const effects: Record<SwitchName, (answer: Answer) => Answer> = {
  expired: stating((statement) => movedBy(-HOUR, statement)),
  'not-yet-valid': stating((statement) => movedBy(HOUR, statement)),
  'wrong-audience': stating((statement) => ({ ...statement, audience: `${ELSEWHERE}/metadata` })),
  'wrong-recipient': stating((statement) => ({ ...statement, recipient: `${ELSEWHERE}/acs` })),
  'wrong-destination': (answer) => ({ ...answer, destination: `${ELSEWHERE}/acs` }),
  'wrong-in-response-to': (answer) => ({ ...answer, inResponseTo: `_${randomUUID()}` }),
  replayed: (answer) => ({ ...answer, isReplay: true }),
  unsigned: (answer) => ({ ...answer, signed: { response: false, assertion: false } }),
  'other-key': (answer) => ({ ...answer, key: 'other' }),
  'response-signed-only': (answer) => ({ ...answer, signed: { response: true, assertion: false } }),
  'assertion-signed-only': (answer) => ({ ...answer, signed: { response: false, assertion: true } }),
  encrypted: (answer) => ({ ...answer, encryption: 'aes256-gcm' }),
  'encrypted-cbc': (answer) => ({ ...answer, encryption: 'aes128-cbc' }),
  'status-requester': (answer) => ({ ...answer, status: ['Requester', 'RequestDenied'], statement: undefined }),
  'no-attributes': stating((statement) => ({ ...statement, attributes: [] })),
  'transient-name-id': stating((statement) => ({ ...statement, nameId: transientNameId(statement.nameId.audience) })),
};

export function switched(answer: Answer, switches: readonly SwitchName[]): Answer {
  return switches.reduce((changed, name) => effects[name](changed), answer);
}

function stating(change: (statement: Statement) => Statement): (answer: Answer) => Answer {
  return (answer) => (answer.statement ? { ...answer, statement: change(answer.statement) } : answer);
}

/** Issue and authentication instants stay: the assertion is fresh, only its window is not. */
function movedBy(milliseconds: number, statement: Statement): Statement {
  return {
    ...statement,
    notBefore: later(statement.notBefore, milliseconds),
    notOnOrAfter: later(statement.notOnOrAfter, milliseconds),
  };
}
