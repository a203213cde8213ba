import { includesScope, type Scope } from '@ligature/orcid-model';
import type { ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

interface PermissionsProps {
  readonly context: PageContext;
  readonly connection: Pick<ShownConnection, 'scopes'>;
}

/** What a person has permitted, in plain words. */
export function Permissions({ context, connection }: PermissionsProps): JSX.Element {
  const { permissions, permission } = context.texts.connection;
  const may = (scope: Scope): boolean => includesScope(connection.scopes, scope);
  const permitted = [
    ...(may('/read-limited') ? [permission.read] : []),
    ...(may('/activities/update') ? [permission.writeActivities] : []),
    ...(may('/person/update') ? [permission.writePerson] : []),
  ];
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions">{permissions}</h2>
      <ul>
        {(permitted.length > 0 ? permitted : [permission.onlyId]).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
