FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The optional packages are the runtime, which this image has already. No package needs an install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:26-slim
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=262144
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY config config
COPY digests digests
# The only place that is written to: the root may be read-only.
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
ENTRYPOINT ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "src/main.ts"]
CMD ["start"]
