/**
 * Of old cases nothing is known of what a migration adds: their events are read once more from the
 * beginning, and what follows from them is written where it differs. Until then what stood there stands.
 */
export const FOLD_AGAIN = `
ALTER TABLE evaluation.folded_case NO FORCE ROW LEVEL SECURITY;
UPDATE evaluation.folded_case SET position = 0;
ALTER TABLE evaluation.folded_case FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation.consumer_cursor NO FORCE ROW LEVEL SECURITY;
DELETE FROM evaluation.consumer_cursor WHERE source = 'proposals';
ALTER TABLE evaluation.consumer_cursor FORCE ROW LEVEL SECURITY;
`;
