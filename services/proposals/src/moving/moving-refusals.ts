import type { RefusalCatalogue } from '@duban/kernel';

/** Refusals of a move as a whole; why a case stays is told with the case. */
export const MOVING_REFUSALS = {
  MOVE_VERSION_NOT_FOUND: {
    zh: '没有程序版本“{version}”。可从 processVersions 中查看。',
    en: 'There is no version "{version}" of the process. See processVersions.',
  },
  MOVE_VERSION_NOT_IN_FORCE: {
    zh: '版本“{version}”自 {from} 起生效，生效后才能转用。',
    en: 'Version "{version}" comes into force on {from}; cases can be moved to it then.',
  },
  MOVE_TOO_MANY: {
    zh: '一次最多 {max} 件。请分批进行。',
    en: 'At most {max} cases at once. Move them in batches.',
  },
} as const satisfies RefusalCatalogue;
