import { tellAnswering } from './answering-story.js';
import { tellHandling } from './handling-story.js';
import { tellHandover } from './handover-story.js';
import { tellHouse } from './house-story.js';
import { tellIntake } from './intake-story.js';
import { tellLevels } from './levels-story.js';
import { tellPublishing } from './publishing-story.js';
import { tellRecords } from './record-story.js';
import { tellConfirming, tellScoring } from './scoring-story.js';
import { tellSheets } from './sheets-story.js';
import type { Story } from './story.js';
import { tellThemes } from './theme-story.js';
import { tellTracking } from './tracking-story.js';

/** A locality with something in every state, each text of it with the mark. */
export async function tellEverything<Told extends Story>(story: Told): Promise<Told> {
  await Promise.all([
    tellLevels(story),
    tellIntake(story),
    tellHandling(story),
    tellHandover(story),
    tellAnswering(story),
    tellTracking(story),
    tellHouse(story),
    tellPublishing(story),
    tellRecords(story),
    tellScoring(story),
    tellConfirming(story),
    tellSheets(story),
    tellThemes(story),
  ]);
  return story;
}
