# The API alone: its graph is a Neo4j at NEO4J_URI, as in docker-compose.yml.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY web web
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY docs/questions.md docs/
COPY operations operations
RUN npm run build && npm run build:web && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
# Inside a container the loopback address can't be published.
ENV NODE_ENV=production ENTENTE_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/explorer/dist web/explorer/dist
COPY --from=build /app/web/graphiql/dist web/graphiql/dist
COPY LICENSE schema.graphql ./
COPY cypher cypher
COPY operations operations
COPY seed seed
COPY styles styles
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ENTENTE_PORT || 4000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
