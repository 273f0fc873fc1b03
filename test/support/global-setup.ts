export { setUpServices as default } from './global-services';
