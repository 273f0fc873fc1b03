import { IsBoolean, IsNotEmpty, IsUrl } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

/** S3-compatible storage of documents. */
export class StorageConfig {
  @FromEnvironment({ name: 'S3_ENDPOINT', about: 'Address of the S3-compatible store' })
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  readonly endpoint: string;

  @FromEnvironment({ name: 'S3_REGION', about: 'Region of the store', default: 'us-west-2' })
  @IsNotEmpty()
  readonly region: string;

  @FromEnvironment({ name: 'S3_BUCKET', about: 'Bucket of all documents', default: 'hub-documents' })
  @IsNotEmpty()
  readonly bucket: string;

  @FromEnvironment({ name: 'S3_ACCESS_KEY_ID', about: 'Key id for the store', secret: true })
  @IsNotEmpty()
  readonly accessKeyId: string;

  @FromEnvironment({ name: 'S3_SECRET_ACCESS_KEY', about: 'Key for the store', secret: true })
  @IsNotEmpty()
  readonly secretAccessKey: string;

  @FromEnvironment({
    name: 'S3_FORCE_PATH_STYLE',
    about: 'true where the bucket is part of the path, not of the host',
    default: 'true',
  })
  @IsBoolean()
  readonly forcePathStyle: boolean;
}
