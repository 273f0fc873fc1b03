/**
 * Tables to which the application's role has fewer rights than to read and write rows. The audit log is append-only to it;
 * the head of its chain is one row for ever.
 * Of the keys of people a trigger lets it change one thing: a key is destroyed, and never set to another.
 */
export const tableRights: Readonly<Record<string, readonly ('SELECT' | 'INSERT' | 'UPDATE')[]>> = {
  migrations: ['SELECT'],
  audit_events: ['SELECT', 'INSERT'],
  audit_chain: ['SELECT', 'UPDATE'],
  audit_person_keys: ['SELECT', 'INSERT', 'UPDATE'],
};
