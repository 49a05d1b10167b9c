/** What a receiver answered, or why there was no answer. `after`: the wait it asked for, in milliseconds. */
export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly after?: number | undefined }
  | { readonly kind: 'refused' | 'unreachable' | 'lost'; readonly message: string };

/** `again`: it is tried again by itself · `gone`: the receiver is closed for good · `never`: we do not call this address. */
export interface WebhookVerdict {
  readonly kind: 'delivered' | 'again' | 'gone' | 'never';
  readonly status: number | null;
  /** What happened and what to do; empty where it was delivered. */
  readonly message: string;
  readonly after?: number | undefined;
}

/**
 * What to do after a try. Standard Webhooks: every 2xx is a yes, 410 turns the receiver off, everything else is tried again,
 * because a receiver that is being repaired answers anything. Repeats are safe: they carry the same `webhook-id`.
 */
export function verdictOf(answer: WebhookAnswer): WebhookVerdict {
  if (answer.kind === 'refused') return { kind: 'never', status: null, message: answer.message };
  if (answer.kind !== 'answered') return { kind: 'again', status: null, message: answer.message };
  const { status, after } = answer;
  if (status >= 200 && status <= 299) return { kind: 'delivered', status, message: '' };
  if (status === 410)
    return { kind: 'gone', status, message: 'The receiver says that it is closed for good (status 410).' };
  return { kind: 'again', status, after, message: sentenceOf(status) };
}

function sentenceOf(status: number): string {
  if (status === 401 || status === 403)
    return `The receiver refused the signature (status ${status}). Check that both sides have the same secret.`;
  if (status === 404) return 'The receiver knows no such address (status 404). Check the address.';
  if (status >= 300 && status <= 399)
    return `The receiver redirects (status ${status}), and redirects are not followed. Enter the final address.`;
  if (status === 408 || status === 425 || status === 429 || status === 503)
    return `The receiver is busy (status ${status}). It is tried again by itself.`;
  if (status >= 500) return `The receiver failed (status ${status}). It is tried again by itself.`;
  return `The receiver refused the event (status ${status}). Look into its log to see why.`;
}
