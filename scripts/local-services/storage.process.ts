import S3rver from 's3rver';
import { BUCKET, HOST } from './services';

const [directory = '', port] = process.argv.slice(2);

// The channel to the supervisor closes however the supervisor ends.
process.once('disconnect', () => process.exit(0));

const server = new S3rver({
  address: HOST,
  port: Number(port),
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name: BUCKET }],
});
void server.run().then(() => process.send?.('ready'));
