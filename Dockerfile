# One image for portal, admin API and scheduler: docker-compose.yml names which one a container runs.
# What is in it is decided by `npm run assemble` (tools/src/runtime), which also works without a container engine.
FROM node:24-bookworm-slim AS build
WORKDIR /ligature
COPY . .
RUN npm ci && npm run assemble -- /runtime

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /ligature
COPY --from=build --chown=root:root /runtime ./
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
