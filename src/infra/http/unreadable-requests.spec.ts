import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { answerUnreadableRequests } from './unreadable-requests';

const REQUEST = 'GET / HTTP/1.1\r\nHost: hub\r\n\r\n';

describe('a request that cannot be read', () => {
  let server: Server;
  let socket: Socket;

  beforeEach(async () => {
    server = createServer((_request, response) => response.writeHead(200).write('begun'));
    answerUnreadableRequests(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
    socket.setEncoding('latin1');
  });

  afterEach(async () => {
    socket.destroy();
    await once(server.close(), 'close');
  });

  it.each(['hello\r\n\r\n', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'])(
    'behind an answer that has begun ends it, and puts nothing into it: %j',
    async (unreadable) => {
      let answer = '';
      socket.on('data', (text) => (answer += String(text)));
      socket.write(REQUEST);
      while (!answer.includes('begun')) await once(socket, 'data');
      socket.write(unreadable);
      await once(socket, 'close');
      expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
      expect(answer).toMatch(/begun\r\n$/);
    },
  );
});
