import { missingServices } from './environment';
import { acquireLocalServices, type AcquireOptions, type LocalServices } from './lease';

export { localDirectory } from './commands';
export { acquireLocalServices, type AcquireOptions, type LocalServices, type ServiceControl } from './lease';
export { LocalServicesError, type ServiceName, type StopMode } from './services';

/** The storage client's advice on Node versions is for us, not for who runs a command. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

export interface ResolvedServices {
  /** The given environment, completed with local values for the services that it does not configure. */
  readonly environment: NodeJS.ProcessEnv;
  readonly urls: Record<string, string>;
  /** Undefined when everything is configured, so that nothing runs here. */
  readonly local: LocalServices | undefined;
  release(): Promise<void>;
}

/** Local services only for what the environment does not name: see `missingServices`. */
export async function resolveServices(
  environment: NodeJS.ProcessEnv,
  options: Omit<AcquireOptions, 'services'> = {},
): Promise<ResolvedServices> {
  const services = missingServices(environment);
  const local = services.length > 0 ? await acquireLocalServices({ ...options, services }) : undefined;
  return {
    environment: { ...QUIET, ...environment, ...local?.environment },
    urls: local?.urls ?? {},
    local,
    release: async () => local?.release(),
  };
}

/** Runs something with all services at hand, and lets them go afterwards. */
export async function withLocalServices<T>(
  environment: NodeJS.ProcessEnv,
  run: (services: ResolvedServices) => Promise<T>,
  options: Omit<AcquireOptions, 'services'> = {},
): Promise<T> {
  const services = await resolveServices(environment, options);
  try {
    return await run(services);
  } finally {
    await services.release();
  }
}
