/** Everything that has a last day, of all profiles: what is listed as active, and registrations that are. */
const EXPIRING = `
  SELECT business_id, 'certification' AS kind, id::text AS subject, program AS name, expires_on
    FROM business_certifications
   WHERE status = 'active'
   UNION ALL
  SELECT business_id, 'licence', id::text, state || ' ' || classification, expires_on
    FROM business_licences
   WHERE status = 'active'
   UNION ALL
  SELECT id, 'sam-registration', 'sam', NULL, (sam_registration->>'expiresOn')::date
    FROM businesses
   WHERE sam_registration->>'status' = 'active'`;

/**
 * Of owned businesses after `$1`, at most `$2`, by business. `$3` to `$5` are the days of the windows. Nothing for accounts
 * that cannot sign in, and for addresses that may be a stranger's.
 */
export const DUE_REMINDERS_SQL = `
  SELECT expiring.business_id AS "businessId", expiring.kind, expiring.subject,
         expiring.expires_on::text AS "expiresOn", reach.days, person.id AS "ownerId", person.email
    FROM (${EXPIRING}) expiring
    JOIN unnest($3::integer[], $4::date[], $5::date[]) AS reach (days, first_day, last_day)
      ON expiring.expires_on BETWEEN reach.first_day AND reach.last_day
    JOIN businesses business ON business.id = expiring.business_id
    JOIN users person ON person.id = business.owner_id AND person.is_active AND person.is_verified
   WHERE business.id > $1
     AND NOT EXISTS (
       SELECT FROM business_expiry_reminders told
        WHERE told.business_id = expiring.business_id AND told.kind = expiring.kind
          AND told.subject = expiring.subject AND told.expires_on = expiring.expires_on AND told.days = reach.days)
   ORDER BY expiring.business_id, expiring.kind, expiring.subject
   LIMIT $2`;

/**
 * Notes reminders that nobody has noted; answers whose they are. Businesses are kept until the transaction ends: one that is
 * being deleted gets none. Everybody inserts in the same order, so that of two at once one waits and then has nothing to do.
 */
export const NOTE_REMINDERS_SQL = `
  INSERT INTO business_expiry_reminders (business_id, kind, subject, expires_on, days, created_at)
  SELECT due.business_id, due.kind, due.subject, due.expires_on, due.days, $6::timestamptz
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::smallint[])
           AS due (business_id, kind, subject, expires_on, days)
    JOIN (SELECT id FROM businesses WHERE id = ANY($1) ORDER BY id FOR KEY SHARE) kept ON kept.id = due.business_id
   ORDER BY due.business_id, due.kind, due.subject
  ON CONFLICT DO NOTHING
  RETURNING business_id AS "businessId"`;

/** What a mail reminds its owner of, where the profile still says so, from the day `$3` on. */
export const REMINDER_ITEMS_SQL = `
  SELECT business.company_name AS "companyName", expiring.kind, expiring.name, expiring.expires_on::text AS "expiresOn"
    FROM business_expiry_reminders reminder
    JOIN businesses business ON business.id = reminder.business_id AND business.owner_id = $2
    JOIN (${EXPIRING}) expiring
      ON expiring.business_id = reminder.business_id AND expiring.kind = reminder.kind
     AND expiring.subject = reminder.subject AND expiring.expires_on = reminder.expires_on
   WHERE reminder.mail_id = $1 AND reminder.expires_on >= $3
   ORDER BY expiring.expires_on, expiring.kind, expiring.name`;
