import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';

/**
 * What mailed links open: `/account/verify-email` and `/account/reset-password`. The token is behind the `#` of the link, so
 * it reaches no server and no log before the page sends it to the API, in a body.
 */
export const serveAccountPages = (app: NestExpressApplication): void => {
  app.useStaticAssets(join(__dirname, 'static'), {
    prefix: '/account',
    extensions: ['html'],
    index: false,
    redirect: false,
  });
};
