/*
 * The import rules of the house. Each is shown to fail by test/gates/imports.spec.ts.
 * A file's suffix is its ring: none = pure rule, in a verb's folder = use case;
 * .mutation .query .type .input .reference = edge; .store* .read = storage; .spec = test.
 */
const SERVICE_SOURCE = '^services/[^/]+/src/';
const EDGE = '\\.(mutation|query|type|input|reference)\\.ts$';
const SUFFIXED = '^services/[^/]+/src/.+\\.[a-z-]+\\.ts$';
/** Rules stand in `src/` itself; where a service has areas, in the area's folder, with its verbs in folders below. */
const PURE = [
  `${SERVICE_SOURCE}[^/.]+\\.ts$`,
  '^services/evaluation/src/(cells|definitions|facts|figures|tree|sheet|score|runs|whatif|yardstick)/[^/.]+\\.ts$',
  '^services/kernel/src/(definitions|expressions|layers)/[^/.]+\\.ts$',
  '^services/proposals/src/(?!case-command/|follow-directories/|import-ledger/|store/|testing/)[^/]+/[^/.]+\\.ts$',
];
const SHELL = '^services/[^/]+/src/(main|config|wiring|subgraph)\\.ts$';
const KERNEL_RINGS = '^services/kernel/(src|dist)/(runtime|graphql)/';
const anyPackage = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
  'core',
];
const packageNamed = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'pure-core-no-packages',
      comment: 'A rule is pure: nothing from npm or Node reaches it.',
      severity: 'error',
      from: { path: PURE, pathNot: SHELL },
      to: {
        dependencyTypes: anyPackage,
        // Decimals are a rule's own matter: one small library without dependencies.
        pathNot: ['^services/kernel/(src|dist)/[^/]+$', packageNamed('big.js')],
      },
    },
    {
      name: 'pure-core-no-outer-rings',
      comment: 'A rule knows nothing of use cases, edges and storage.',
      severity: 'error',
      from: { path: PURE, pathNot: SHELL },
      to: { path: [SUFFIXED, SHELL, KERNEL_RINGS], pathNot: ['\\.access\\.ts$'] },
    },
    {
      name: 'use-case-knows-no-framework',
      comment: 'The story of a verb can be read, and tested, without a framework.',
      severity: 'error',
      from: { path: `${SERVICE_SOURCE}(?!runtime/|graphql/|edge/|testing/).+/[^/.]+\\.ts$` },
      to: {
        path: [packageNamed('type-graphql', 'graphql', 'typeorm', 'pg', '@apollo/[^/]+'), EDGE, KERNEL_RINGS],
      },
    },
    {
      name: 'edge-never-touches-storage',
      comment: 'What the graph shows goes through a use case or a reader it is given, never to the database.',
      severity: 'error',
      from: { path: `${SERVICE_SOURCE}.+${EDGE}` },
      to: { path: [packageNamed('typeorm', 'pg'), '\\.store\\.typeorm\\.ts$'] },
    },
    {
      name: 'services-are-strangers',
      comment: 'Services meet in the graph and through events, never in code.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: ['^services/(?!kernel/)[^/]+/', '^@duban/(?!kernel)'], pathNot: '^services/$1/' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The shared library knows nobody who uses it.',
      severity: 'error',
      from: { path: '^services/kernel/' },
      to: {
        path: ['^(gateway|console|ops|schema|test|localities)/', '^@duban/'],
        pathNot: '^services/kernel/',
      },
    },
    {
      name: 'only-the-contract',
      comment: 'Gateway and console read schema/, the pure part of the kernel, and what it offers to edges.',
      severity: 'error',
      from: { path: '^(gateway|console)/' },
      to: {
        path: ['^services/(?!kernel/)', '^@duban/(?!kernel)', KERNEL_RINGS, '^ops/'],
      },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What ships does not depend on what checks it.',
      severity: 'error',
      from: { pathNot: ['^test/', '\\.spec\\.ts$', '/testing/', '^jest\\.config\\.js$'] },
      to: { path: ['^test/', '\\.spec\\.(ts|js)$', '^services/[^/]+/(src|dist)/(runtime/)?testing/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
