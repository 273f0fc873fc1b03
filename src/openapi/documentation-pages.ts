import { dirname } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { RequestHandler } from 'express';
import { buildDocument } from './document';

const REDOC_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Utah Government Contracting Hub: API reference</title><style>body { margin: 0; padding: 0; }</style></head>
<body><redoc spec-url="/openapi.json"></redoc><script src="/redoc/redoc.standalone.js"></script></body>
</html>
`;

const redocPage: RequestHandler = (_request, response) => {
  response.type('html').send(REDOC_PAGE);
};

/** Swagger UI at /docs, ReDoc at /redoc, the document itself at /openapi.json: all from our own origin. */
export const serveDocumentation = (app: NestExpressApplication): void => {
  SwaggerModule.setup('docs', app, () => buildDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Utah Government Contracting Hub: API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true },
  });
  app.getHttpAdapter().getInstance().get('/redoc', redocPage);
  app.useStaticAssets(dirname(require.resolve('redoc/bundles/redoc.standalone.js')), {
    prefix: '/redoc',
    index: false,
    redirect: false,
  });
};
