import type { Person } from '../../kit/person.js';
import { Case, must } from '../story/case.js';
import { type Cast, castOf } from '../story/cast.js';
import { caughtUp } from '../story/figures.js';
import { type Attempt, attempt, nobodys } from './attempt.js';

const THEME = { name: '道路照明', description: '多地反映。', filter: { category: 'URBAN_CONSTRUCTION' } };

/** What is refused of themes: of a county, and of the city it has to itself. */
export async function refusedOfThemes({ deployment, county, office }: Cast): Promise<Attempt[]> {
  const cityCode = `${county.code.slice(0, 3)}000`;
  const cityCast = await castOf(deployment, cityCode);
  const city = cityCast.office;
  const one = await Case.drafted(cityCast, { category: null });
  await one.submit();
  await caughtUp(city, cityCode);
  const open = async (name: string): Promise<string> =>
    (await must(city, 'openTheme', { ...THEME, name }, 'theme { id }')).theme.id;
  const [themeId, over] = [await open(THEME.name), await open('已结束的专题')];
  await must(city, 'closeTheme', { themeId: over, reason: '已解决' });
  const ofCase = { themeId, proposalId: one.id, reason: '典型' };
  await must(city, 'addCaseToTheme', ofCase);
  const ofOther = { ...ofCase, proposalId: nobodys(one.id) };
  const opening = (code: string, input: object, person: Person = city) =>
    attempt(code, person, 'openTheme', { ...THEME, name: '另一专题', ...input });
  const revise = (code: string, input: object) =>
    attempt(code, city, 'reviseTheme', { themeId, reason: '修订', ...input });
  return [
    opening('THEME_NOBODY_BELOW', {}, office),
    opening('THEME_NAME_TAKEN', { name: THEME.name }),
    opening('THEME_WITHOUT_FIELD', { filter: { year: 2025 } }),
    revise('THEME_UNCHANGED', { name: THEME.name }),
    revise('THEME_NOT_FOUND', { themeId: nobodys(themeId), name: '改名' }),
    revise('THEME_CLOSED', { themeId: over, name: '改名' }),
    attempt('THEME_CASE_NOT_FOUND', city, 'addCaseToTheme', ofOther),
    attempt('THEME_CASE_PICKED', city, 'addCaseToTheme', ofCase),
    attempt('THEME_CASE_NOT_PICKED', city, 'removeCaseFromTheme', ofOther),
    attempt('THEME_CLOSED', city, 'closeTheme', { themeId: over, reason: '再结束' }),
  ];
}
