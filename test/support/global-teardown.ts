export { tearDownServices as default } from './global-services';
