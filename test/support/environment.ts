/** Where the services of this test run are: Jest's workers inherit it from test/support/global-services.ts. */
export const testEnvironment: NodeJS.ProcessEnv = process.env;
