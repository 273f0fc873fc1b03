/**
 * Emitted inside the transaction that deletes an account, before its row goes: what upper modules keep for the person goes
 * in the same transaction or not at all. Listen with `@OnAccountDeleted()`.
 */
export const ACCOUNT_DELETED = 'account.deleted';

export interface AccountDeleted {
  readonly userId: string;
}
