/** The path of a request without its query, which may hold an authorization code or a state. */
export function pathOf(request: { readonly url?: string | undefined; readonly originalUrl?: string }): string {
  return (request.originalUrl ?? request.url ?? '').replace(/[?#].*$/s, '');
}
