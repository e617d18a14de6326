import { readLocalities } from './localities.js';
import type { Running } from './platform.js';

/** Of every demonstration account; the accounts are not loaded in production. */
const demonstrationPassword = (): string => process.env.DUBAN_DEMO_PASSWORD ?? 'duban-demo';

/** What a person who has just started the platform can do next. */
export function welcome({ gateway }: Running, seconds: number): string {
  const localities = readLocalities();
  const city = localities.find(({ level }) => level === 'CITY') ?? localities[0];
  const above = localities.find(({ number }) => number === city?.parent) ?? city;
  if (!city || !above) return '';
  const deputy = `${city.code}.deputy`;
  const logins = [
    [deputy, city.name, '人大代表 deputy'],
    [`${city.code}.gov-handover-officer`, city.name, '政府办交办人员 government office'],
    [`${above.code}.upper-tenant-analyst`, above.name, '统计人员 analyst over the localities below'],
  ];
  return `
  督办平台已就绪 Duban is ready  (${seconds.toFixed(1)} s)

  网关 gateway   ${gateway}/graphql
  GraphiQL      ${gateway}/graphiql
  演示账号 logins(密码 password: ${demonstrationPassword()};全部 all: npm run -s token -- --list)
${logins.map(([login = '', ...who]) => `    ${login.padEnd(30)} ${who.join(' ')}`).join('\n')}

  先取令牌,填入 GraphiQL 的 Headers;first get a token for GraphiQL's Headers:
    echo "{ \\"Authorization\\": \\"Bearer $(npm run -s token -- ${deputy})\\" }"
  再贴入查询;then paste a query:
\`\`\`graphql
${exampleQuery(city.code)}
\`\`\`
  停止 stop: Ctrl-C
`;
}

const exampleQuery = (code: string): string => `{
  viewer { person { name } role { zh en } locality { name } }
  locality(code: "${code}") {
    name
    parent { name }
    children { code name }
    units(first: 3) { totalCount nodes { name } }
    figures(filter: { subtree: true }) {
      received: metric(name: RECEIVED) { display }
      replied: metric(name: REPLY_RATE) { numerator denominator display reason }
      coverage { expected reporting }
    }
  }
}`;
