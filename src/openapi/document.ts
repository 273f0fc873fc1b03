import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Operation, problemAnswers, withProblemAnswers } from './problem-answers';
import { Problem } from './problem.response';

/** The OpenAPI document of everything that is routed: made from the handlers, never written by hand. */
export const buildDocument = (app: INestApplication): OpenAPIObject => {
  const description = [
    'Connects Utah businesses with federal, state and local contract opportunities.',
    'Eligibility is decided by cited rules with three answers; fit is scored by parts that add up to the shown score.',
    'Errors are RFC 9457 problem details. The official source of a notice governs, never this copy of it.',
  ].join('\n\n');
  const options = new DocumentBuilder()
    .setTitle('Utah Government Contracting Hub')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'access-token')
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: operationId,
    extraModels: [Problem],
  });
  return {
    ...document,
    paths: mapValues(document.paths, (item, path) => ({
      ...item,
      ...mapValues(operationsOf(item), (operation, method) => withProblemAnswers(path, method, operation)),
    })),
    components: { ...document.components, responses: problemAnswers() },
  };
};

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const operationsOf = (item: OpenAPIObject['paths'][string]): Record<string, Operation> =>
  Object.fromEntries(METHODS.flatMap((method) => (item[method] ? [[method, item[method]]] : [])));

const mapValues = <T>(values: Record<string, T>, change: (value: T, name: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));

/** `BusinessesController.create` becomes `businesses_create`: stable names for generated clients. */
const operationId = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase())}_${method}`;
