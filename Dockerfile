# One image for the three faces: docker-compose.yml names which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /ligature
COPY . .
RUN npm ci && npx tsc --build tsconfig.apps.json && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /ligature
COPY --from=build --chown=root:root /ligature ./
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
