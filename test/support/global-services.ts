import { resolveServices } from '../../scripts/local-services/index';
import { prepareTemplate } from './prepare-template';
import { createTemplateDatabase } from './template-database';

let tearDown: () => Promise<void> = () => Promise.resolve();

/** One set of services and one template database for the whole run; the workers of Jest inherit the environment. */
export async function setUpServices(): Promise<void> {
  const services = await resolveServices(process.env, { ephemeral: true });
  Object.assign(process.env, services.environment, services.urls);
  try {
    const template = await createTemplateDatabase(prepareTemplate);
    tearDown = async () => {
      await template.drop();
      await services.release();
    };
  } catch (error) {
    await services.release();
    throw error;
  }
}

/** An interrupted run never comes here: then its services end with the connection of its process. */
export async function tearDownServices(): Promise<void> {
  await tearDown();
}
