import { model202611 } from './2026-11';

/** The model that new matches are scored with. */
export const currentModel = model202611;
