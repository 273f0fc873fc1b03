import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

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
  return SwaggerModule.createDocument(app, options, { operationIdFactory: operationId });
};

/** `BusinessesController.create` becomes `businesses_create`: stable names for generated clients. */
const operationId = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase())}_${method}`;
