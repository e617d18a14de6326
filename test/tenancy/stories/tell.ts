import type { Deployment } from '../../kit/deployment.js';
import { tellAnswering } from './answering-story.js';
import { tellHandling } from './handling-story.js';
import { tellHandover } from './handover-story.js';
import { tellHouse } from './house-story.js';
import { tellIntake } from './intake-story.js';
import { tellLevels } from './levels-story.js';
import { tellPublishing } from './publishing-story.js';
import { tellRecords } from './record-story.js';
import { Story } from './story.js';
import { tellTracking } from './tracking-story.js';

/** A locality with something in every state, each text of it with the mark. */
export async function tellEverything(deployment: Deployment, code: string, mark: string): Promise<Story> {
  const story = new Story(deployment, code, mark);
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
  ]);
  return story;
}
