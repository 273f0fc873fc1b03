/** Characters of a description that are searched; a tsvector holds at most 1 MB. */
const MOST_SEARCHED_CHARACTERS = 200_000;

/**
 * What a search looks through: title (weight A), number (B, unstemmed, with and without punctuation), buyer (C), text (D).
 * About 1 ms a row, more than everything else an import does: compute it only when one of these texts changed.
 */
export const searchVector = (row: string): string => `
  setweight(to_tsvector('english', ${row}.title), 'A') ||
  setweight(to_tsvector('simple', concat_ws(' ', ${row}.solicitation_number, ${row}.solicitation_key)), 'B') ||
  setweight(to_tsvector('english', concat_ws(' ', ${row}.department, ${row}.sub_tier, ${row}.office)), 'C') ||
  setweight(to_tsvector('english', left(${row}.description, ${MOST_SEARCHED_CHARACTERS})), 'D')`;
