import { createLog, readConfig, startServiceServer, WrongFiles } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { buildEvaluationSubgraph } from './subgraph.js';
import { wire } from './wiring.js';

const { port, host, gatewayKeys, ...places } = readConfig(configSchema);
const log = createLog('evaluation');
const wiring = await wire({ ...places, log }).catch((error: Error) => {
  // Whoever wrote the sheets has to read this, line by line.
  if (error instanceof WrongFiles) process.stderr.write(`${error.message}\n`);
  else log.fatal({ error }, 'evaluation cannot start');
  process.exit(1);
});

await startServiceServer({
  name: 'evaluation',
  port,
  host,
  keys: gatewayKeys,
  schema: buildEvaluationSubgraph().schema,
  context: wiring.context,
  health: () => wiring.database.ping(),
  log,
  onClose: wiring.close,
});
