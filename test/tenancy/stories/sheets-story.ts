import { GRADED } from '../../kit/graded-sheet.js';
import type { Story } from './story.js';

const ADMIN = 'tenant-admin';
const APPROVER = 'deputy-affairs-officer';
/** Nobody is scored by it before: what others see stays what it was. */
const LATER = '2099-01-01';
const DRAFT = 'draft { id }';

/** The level above says something new once, so that there is something to take over. */
async function offered(story: Story): Promise<string> {
  const offers = '{ viewer { locality { scoreSheetOffers { source { source } } } } }';
  const ask = async () => (await (await story.as(ADMIN)).get(offers)).viewer.locality.scoreSheetOffers;
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
  const finished = GRADED.replace('weight: null', 'weight: 100');
  const text = finished.replace('version: "1"', 'version: "9"').replace('per: 2', 'per: 1');
  const { draft } = await admin.do('draftScoreSheets', { text }, DRAFT);
  await admin.do('checkScoreSheets', { sheetDraftId: draft.id });
  const effectiveFrom = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
  await approver.do('approveScoreSheets', { sheetDraftId: draft.id, effectiveFrom });
}

/** The locality changes its own score sheets: one draft in every phase. */
export async function tellSheets(story: Story): Promise<void> {
  const note = story.text('考核领导小组研究');
  const text = 'version: "8"\nsheets: { graded: { rankedFrom: 2 } }\n';
  const drafted = async (): Promise<string> =>
    (await story.does(ADMIN, 'draftScoreSheets', { text, note }, DRAFT)).draft.id;
  const source = await offered(story);
  await story.does(ADMIN, 'mergeScoreSheets', { source, note });
  await story.does(ADMIN, 'lockScoreSheets', { paths: ['sheets.graded.indicators.archive'], note });
  const sentBack = await drafted();
  await story.does(APPROVER, 'rejectScoreSheets', { sheetDraftId: sentBack, reason: story.text('再议') });
  const givenUp = await drafted();
  await story.does(ADMIN, 'withdrawSheetDraft', { sheetDraftId: givenUp, reason: story.text('不再需要') });
  const published = await drafted();
  const approval = { sheetDraftId: published, effectiveFrom: LATER, note };
  await story.does(ADMIN, 'reviseScoreSheets', { sheetDraftId: published, text: `${text}# ${note}\n` });
  await story.does(ADMIN, 'checkScoreSheets', { sheetDraftId: published });
  await story.does(APPROVER, 'approveScoreSheets', approval);
  const dropped = await drafted();
  await story.does(ADMIN, 'checkScoreSheets', { sheetDraftId: dropped });
  await story.does(APPROVER, 'approveScoreSheets', { ...approval, sheetDraftId: dropped });
  const withdrawal = { sheetDraftId: dropped, reason: story.text('暂缓') };
  await story.does(APPROVER, 'withdrawSheetApproval', withdrawal);
}
