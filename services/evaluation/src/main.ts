import { readConfig, runService, startServiceServer } from '@duban/kernel/runtime';
import { configSchema } from './config.js';
import { buildEvaluationSubgraph } from './subgraph.js';
import { wire } from './wiring.js';

await runService('evaluation', async (log) => {
  const { port, host, gatewayKeys, ...places } = readConfig(configSchema);
  const wiring = await wire({ ...places, log });
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
});
