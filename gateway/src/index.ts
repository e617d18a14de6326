export { type GatewayConfig, gatewaySettings } from './config.js';
export { type Gateway, startGateway } from './gateway.js';
