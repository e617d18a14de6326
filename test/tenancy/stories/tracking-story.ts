import { randomInt } from 'node:crypto';
import { promised } from './handling-story.js';
import type { Given, Story } from './story.js';

const OFFICE = 'deputy-affairs-officer';

/** Promises: pursued, claimed, doubted, kept, given up, carried on, and one of an old ledger handed over again. */
export async function tellTracking(story: Story): Promise<void> {
  await tellKept(story);
  const given = await promised(story, '降类的建议');
  const reason = story.text('条件不具备');
  await story.does(OFFICE, 'downgradeEntry', { entryId: given.entryId, class: 'C', reason });
  const carried = await promised(story, '结转的建议');
  const toYear = new Date().getFullYear() + 1;
  await story.does(OFFICE, 'rollOverEntry', { entryId: carried.entryId, toYear });
  const later = await promised(story, '跨届的建议');
  await story.does(OFFICE, 'crossTerm', { entryId: later.entryId, toTerm: 98 });
  await story.does(OFFICE, 'markAttention', { proposalId: later.proposalId, reason: story.text('网上热议') });
  await tellOldLedger(story);
}

async function tellKept(story: Story): Promise<void> {
  const { entryId } = await promised(story, '挂号跟踪的建议');
  const milestones = [{ title: story.text('开工'), dueOn: '2099-01-01' }];
  await story.does('unit-handler', 'planEntry', { entryId, responsible: story.text('王科长'), milestones });
  const progress = { entryId, text: story.text('已开工'), milestone: 1 };
  await story.does('unit-handler', 'recordProgress', progress);
  const evidence = [{ title: story.text('验收单'), reference: story.text('档案一号') }];
  const claim = { entryId, text: story.text('已完工'), evidence };
  await story.does('unit-handler', 'claimDone', claim);
  await story.does(OFFICE, 'refuseClaim', { entryId, reason: story.text('尚未验收') });
  await story.does('unit-handler', 'claimDone', claim);
  await story.does(OFFICE, 'confirmDone', { entryId, note: story.text('已核实') });
  await story.does(OFFICE, 'strikeOffEntry', { entryId });
}

/** What an earlier year promised comes with its ledger. Gives the entry. */
export async function oldPromise(story: Story): Promise<string> {
  const query =
    '{ viewer { person { name } locality { units(first: 1) { nodes { name } } categories { code name } } } }';
  const { viewer } = await (await story.as('deputy')).get(query);
  const { units, categories } = viewer.locality;
  const caseNumber = story.text(`旧${randomInt(1_000_000)}`);
  const row = {
    caseNumber,
    kind: '建议',
    title: story.text('旧台账的建议'),
    body: story.text('旧正文'),
    category: categories.find(({ code }: { code: string }) => code === 'transport').name,
    period: '大会',
    proposerType: '个人',
    leadProposer: viewer.person.name,
    submittedOn: '2023-01-10',
    reviewResult: '立案',
    handedOverOn: '2023-02-28',
    unit: units.nodes[0].name,
    role: '独办',
    round: '1',
    repliedOn: '2023-04-20',
    outcomeClass: 'B',
    attitude: '满意',
    result: '满意',
    closedOn: '2023-05-01',
  };
  await story.does('tenant-admin', 'importLedger', { year: 2023, rows: [row] });
  const register =
    '{ viewer { locality { trackingEntries(first: 50) { nodes { id proposal { caseNumber } } } } } }';
  const { nodes } = (await (await story.as(OFFICE)).get(register)).viewer.locality.trackingEntries;
  return nodes.find((one: Given) => one.proposal.caseNumber === caseNumber).id;
}

/** It is carried over, rated, and handed over once more. */
async function tellOldLedger(story: Story): Promise<void> {
  const entryId = await oldPromise(story);
  await story.does(OFFICE, 'rollOverRegister', { toYear: new Date().getFullYear() });
  await story.does('deputy', 'rateEntry', {
    entryId,
    level: 'BASICALLY_SATISFIED',
    comment: story.text('仍在推进'),
  });
  await story.does(OFFICE, 'rehandEntry', { entryId });
}
