/** What the way to the handlers has to say to whoever keeps the log of security events. */
export interface SecurityEvent {
  readonly action: 'access.denied' | 'error.unexpected' | 'request.throttled' | 'token.refused';
  readonly outcome: 'denied' | 'failure';
  /** Neither personal nor secret. */
  readonly details: Readonly<Record<string, string>>;
}

/** The log of security events as `infra` sees it; who is asking and from where is known from the running request. */
export abstract class SecurityEvents {
  abstract record(event: SecurityEvent): Promise<void>;
}
