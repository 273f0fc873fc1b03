import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'body';

/** What the double does in place of what a mail server does at this step. */
export type Answer = `${number} ${string}` | 'silence' | 'hang up';

const USUAL: Readonly<Record<Step, Answer>> = {
  greeting: '220 double',
  EHLO: '250 double',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  body: '250 taken',
};

/** A mail server that answers as it is told, and keeps what it has taken. */
export class SmtpDouble {
  /** Mails that it said to have taken. */
  readonly taken: string[] = [];
  /** Mails that it read to their end, whatever it answered then. */
  readonly read: string[] = [];
  readonly recipients: string[] = [];
  private answers: Partial<Record<Step, Answer>> = {};
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.talk(socket));
  }

  static async open(answers: Partial<Record<Step, Answer>> = {}): Promise<SmtpDouble> {
    const double = new SmtpDouble(createServer());
    double.answer(answers);
    double.server.listen(0, '127.0.0.1');
    await once(double.server, 'listening');
    return double;
  }

  get url(): string {
    const address = this.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  /** From now on; steps that are not named are answered as usual. */
  answer(answers: Partial<Record<Step, Answer>>): void {
    this.answers = answers;
  }

  /** Ends whatever conversation there is. */
  hangUp(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    this.server.close();
    await once(this.server, 'close');
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    let unread = '';
    let isBody = false;
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    socket.setEncoding('utf8').on('data', (text: string) => {
      unread += text;
      for (let end = endOf(unread, isBody); end >= 0; end = endOf(unread, isBody)) {
        const part = unread.slice(0, end);
        unread = unread.slice(end + (isBody ? BODY_END : LINE_END).length);
        isBody = isBody ? this.takeBody(socket, part) : this.takeCommand(socket, part);
      }
    });
    this.reply(socket, 'greeting');
  }

  private takeBody(socket: Socket, body: string): false {
    this.read.push(body);
    if (this.reply(socket, 'body').startsWith('2')) this.taken.push(body);
    return false;
  }

  /** Answers whether a body follows. */
  private takeCommand(socket: Socket, line: string): boolean {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') this.recipients.push(...(/<(.*)>/.exec(line)?.slice(1) ?? []));
    if (verb === 'QUIT') socket.end('221 bye\r\n');
    const step = STEPS.find((name) => name === verb);
    return step !== undefined && this.reply(socket, step).startsWith('354');
  }

  private reply(socket: Socket, step: Step): Answer {
    const answer = this.answers[step] ?? USUAL[step];
    if (answer === 'hang up') socket.destroy();
    else if (answer !== 'silence') socket.write(`${answer}\r\n`);
    return answer;
  }
}

const STEPS = ['EHLO', 'MAIL', 'RCPT', 'DATA'] as const;
const LINE_END = '\r\n';
const BODY_END = '\r\n.\r\n';

const endOf = (text: string, isBody: boolean): number => text.indexOf(isBody ? BODY_END : LINE_END);
