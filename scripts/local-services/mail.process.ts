import { connect } from 'node:net';
import maildev from 'maildev';
import { HOST } from './services';

const [directory = '', port, pagePort] = process.argv.slice(2);

// The channel to the supervisor closes however the supervisor ends.
process.once('disconnect', () => process.exit(0));

const server = maildev({ smtp: Number(port), web: Number(pagePort), ip: HOST, mailDirectory: directory, silent: true });
void server.listen().then(() => connect(Number(pagePort), HOST, () => process.send?.('ready')).unref());
