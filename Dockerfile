FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:26-slim
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY config config
COPY digests digests
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
ENTRYPOINT ["node", "--max-semi-space-size=4", "src/main.ts"]
CMD ["start"]
