import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const ONE_YEAR_SECONDS = 31_536_000;
const DOCUMENTATION = /^\/(docs|redoc)(\/|$)/;
const ACCOUNT_PAGES = /^\/account(\/|$)/;

const common = {
  strictTransportSecurity: { maxAge: ONE_YEAR_SECONDS, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
} as const;

const forAnswers = helmet({
  ...common,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
  },
});

/** The two documentation pages run scripts of our own origin and style themselves inline. */
const forDocumentation = helmet({
  ...common,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ['blob:'],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** Pages that passwords are entered on: nothing but our own script, style and API, and no form that goes anywhere by itself. */
const forAccountPages = helmet({
  ...common,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
});

const headersFor = (path: string): RequestHandler => {
  if (DOCUMENTATION.test(path)) return forDocumentation;
  return ACCOUNT_PAGES.test(path) ? forAccountPages : forAnswers;
};

/** Answers are for one person at one time, unless a handler says otherwise. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  headersFor(request.path)(request, response, next);
};

/** The same, for what is answered without a request. */
export const headersOfAnswers = (): OutgoingHttpHeaders => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  response.setHeader('Cache-Control', 'no-store');
  forAnswers(request, response, () => undefined);
  return response.getHeaders();
};
