// The rules of the house: who may import whom. `npm run layers` checks them; ARCHITECTURE.md explains them.

/** Engine stages, in the order in which the data flows. A stage imports earlier stages only. */
const STAGES = [
  'base',
  'vault',
  'parse',
  'lexicon',
  'chunk',
  'models',
  'embed',
  'store',
  'search',
  'atlas',
  'notes',
  'indexing',
];

/** For every folder: the folders under src that it may import besides itself. */
const ALLOWED = {
  common: [],
  contract: ['common'],
  engine: ['common', 'contract'],
  rpc: ['common', 'contract'],
  renderer: ['common', 'contract', 'rpc'],
  host: ['common', 'contract', 'rpc'],
  main: ['common', 'contract', 'rpc', 'host'],
  preload: ['common', 'contract'],
  server: ['common', 'contract', 'rpc', 'host', 'engine'],
  cli: ['common', 'contract', 'rpc', 'host', 'server', 'engine'],
};

const folders = Object.entries(ALLOWED).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import ${allowed.length ? allowed.map((a) => `src/${a}`).join(', ') : 'nothing else of ours'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const stages = STAGES.map((stage, i) => ({
  name: `stage-${stage}`,
  comment: `src/engine/${stage} imports earlier stages only`,
  severity: 'error',
  from: { path: `^src/engine/${stage}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^src/engine/', pathNot: `^src/engine/(${STAGES.slice(0, i + 1).join('|')})/` },
}));

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-engine-without-stage',
      comment: 'a new engine folder must take its place in STAGES',
      severity: 'error',
      from: { path: '^src/engine/[^/]+/', pathNot: `^src/engine/(${STAGES.join('|')})/` },
      to: {},
    },
    {
      name: 'engine-never-electron',
      severity: 'error',
      from: { path: '^src/(common|contract|engine|rpc|host|server|cli|renderer)/' },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'common-is-pure',
      comment: 'common and contract also run in the renderer: no Node modules there',
      severity: 'error',
      from: { path: '^src/(common|contract|renderer)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-is-self-contained',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|bench|scripts)/' },
    },
    ...folders,
    ...stages,
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
