import type { PermissionNotification } from '../permission-notification.ts';

export function aPermissionNotification(given: Partial<PermissionNotification> = {}): PermissionNotification {
  return {
    subject: 'your employment',
    introduction: 'Example University would like to add your appointment to your ORCID record.',
    authorization: '/oauth/authorize?client_id=APP-EXAMPLE000000001&response_type=code&scope=/activities/update',
    items: [{ kind: 'employment', name: 'Research Data Steward, Example University' }],
    ...given,
  };
}
