export { EncryptionModule } from './encryption.module';
export { type Key, type KeyPurpose, KeyRing } from './key-ring';
export { seal, unseal } from './sealed-box';
