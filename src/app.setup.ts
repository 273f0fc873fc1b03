import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveAccountPages } from './account-pages/account-pages';
import { HttpConfig } from './config';
import {
  allowedHosts,
  answerUnreadableRequests,
  bodyReaders,
  Drain,
  problemDetailsEnding,
  problemDetailsHandler,
  RefusalRecorder,
  refuseUnreadableHead,
  refuseUnreadableQuery,
  securityHeaders,
} from './infra/http';
import { requestLogging } from './infra/logging';
import { serveDocumentation } from './openapi/documentation-pages';

const ONE_MINUTE_MS = 60_000;

/** Everything between the socket and the handlers. The tests set their application up with it too. */
export const setUpApplication = async (app: NestExpressApplication): Promise<NestExpressApplication> => {
  const config = app.get(HttpConfig);
  const refusals = app.get(RefusalRecorder);
  app.set('trust proxy', config.trustedProxies.length > 0 ? config.trustedProxies : false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(requestLogging, app.get(Drain).announce, securityHeaders);
  app.enableCors({
    origin: config.corsOrigins,
    exposedHeaders: ['ETag', 'Idempotency-Replayed', 'Retry-After', 'X-Request-Id'],
    maxAge: 600,
  });
  app.use(
    refuseUnreadableHead,
    allowedHosts(config.allowedHosts),
    refuseUnreadableQuery,
    ...bodyReaders(config.bodyLimitKilobytes),
    problemDetailsHandler(refusals),
  );
  prefixRoutes(app);
  serveDocumentation(app);
  serveAccountPages(app);
  setServerTimeouts(app);
  answerUnreadableRequests(app.getHttpServer());
  await app.init();
  app.use(...problemDetailsEnding(refusals));
  return app;
};

/** Everything lies under the version of the contract but what machines ask for: health. */
export const prefixRoutes = (app: INestApplication): INestApplication =>
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'health/detailed', 'health/live', 'health/ready'] });

/** Slow or idle clients hold a socket for a bounded time; keep-alive outlasts the idle time of usual load balancers. */
const setServerTimeouts = (app: NestExpressApplication): void => {
  const server = app.getHttpServer();
  server.requestTimeout = 2 * ONE_MINUTE_MS;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
};
