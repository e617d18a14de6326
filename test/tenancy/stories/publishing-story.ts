import type { Story } from './story.js';

const ADMIN = 'tenant-admin';
const APPROVER = 'deputy-affairs-officer';
/** Nobody hands anything over before: what others see stays what it was. */
const LATER = '2099-01-01';
const DRAFT = 'draft { id }';

/** The level above says something new once, so that there is something to take over. */
async function offered(story: Story): Promise<string> {
  const offers = '{ viewer { locality { processOffers { source { source } } } } }';
  const ask = async () => (await (await story.as(ADMIN)).get(offers)).viewer.locality.processOffers;
  const [known] = await ask();
  if (known) return known.source.source;
  await above(story);
  return (await ask())[0].source.source;
}

async function above({ deployment }: Story): Promise<void> {
  const [admin, approver] = await Promise.all([
    deployment.as(`900000.${ADMIN}`),
    deployment.as(`900000.${APPROVER}`),
  ]);
  const { draft } = await admin.do('draftProcess', { text: 'version: "9"\nreturns: { max: 2 }\n' }, DRAFT);
  await admin.do('checkProcess', { draftId: draft.id });
  const effectiveFrom = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
  await approver.do('approveProcess', { draftId: draft.id, effectiveFrom });
}

/** The locality changes its own process: one draft in every phase. */
export async function tellPublishing(story: Story): Promise<void> {
  const note = story.text('主任会议研究');
  const text = 'version: "8"\nlimits: { title: 99 }\n';
  const drafted = async (): Promise<string> =>
    (await story.does(ADMIN, 'draftProcess', { text, note }, DRAFT)).draft.id;
  const source = await offered(story);
  await story.does(ADMIN, 'mergeProcess', { source, note });
  await story.does(ADMIN, 'lockProcess', { paths: ['limits.title'], note });
  const sentBack = await drafted();
  await story.does(APPROVER, 'rejectProcess', { draftId: sentBack, reason: story.text('再议') });
  const givenUp = await drafted();
  await story.does(ADMIN, 'withdrawDraft', { draftId: givenUp, reason: story.text('不再需要') });
  const published = await drafted();
  await story.does(ADMIN, 'reviseProcess', { draftId: published, text: `${text}# ${note}\n` });
  await story.does(ADMIN, 'checkProcess', { draftId: published });
  await story.does(APPROVER, 'approveProcess', { draftId: published, effectiveFrom: LATER, note });
  const dropped = await drafted();
  await story.does(ADMIN, 'checkProcess', { draftId: dropped });
  await story.does(APPROVER, 'approveProcess', { draftId: dropped, effectiveFrom: LATER, note });
  await story.does(APPROVER, 'withdrawApproval', { draftId: dropped, reason: story.text('暂缓') });
  const inForce = '{ viewer { locality { effectiveProcess { version { version } } } } }';
  const { viewer } = await (await story.as(ADMIN)).get(inForce);
  const { version: toVersion } = viewer.locality.effectiveProcess.version;
  await story.does(ADMIN, 'moveCases', { toVersion, limit: 1 });
  await story.does(ADMIN, 'undoMove', { toVersion, limit: 1 });
}
