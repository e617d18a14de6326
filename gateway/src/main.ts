import { createLog, readConfig, stopWithProcess } from '@duban/kernel/edge';
import { gatewaySettings } from './config.js';
import { startGateway } from './gateway.js';

const config = readConfig(gatewaySettings);
const log = createLog('gateway');

try {
  const gateway = await startGateway(config, log);
  stopWithProcess(gateway.close, log);
} catch (error) {
  process.stderr.write(`网关未能启动 / The gateway did not start: ${(error as Error).message}\n`);
  process.exit(1);
}
