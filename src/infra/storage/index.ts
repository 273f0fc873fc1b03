export { ObjectStorage } from './object-storage.service';
export { StorageModule } from './storage.module';
