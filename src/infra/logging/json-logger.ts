import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Level, type Logger } from 'pino';
import { currentRequestContext } from './request-context';

/** One JSON object a line on stdout: timestamp, level, logger, message, and request, user and business where known. */
export const createPino = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...currentRequestContext() }),
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );

/** Nest's logger on top of pino. The last text parameter is the logger's name, as Nest passes it. */
export class JsonLogger implements LoggerService {
  constructor(private readonly pinoLogger: Logger) {}

  log(message: unknown, ...parameters: unknown[]): void {
    this.write('info', message, parameters);
  }

  error(message: unknown, ...parameters: unknown[]): void {
    this.write('error', message, parameters);
  }

  warn(message: unknown, ...parameters: unknown[]): void {
    this.write('warn', message, parameters);
  }

  debug(message: unknown, ...parameters: unknown[]): void {
    this.write('debug', message, parameters);
  }

  verbose(message: unknown, ...parameters: unknown[]): void {
    this.write('trace', message, parameters);
  }

  fatal(message: unknown, ...parameters: unknown[]): void {
    this.write('fatal', message, parameters);
  }

  flush(): void {
    this.pinoLogger.flush();
  }

  private write(level: Level, message: unknown, parameters: unknown[]): void {
    const texts = parameters.filter((parameter) => typeof parameter === 'string');
    const details = parameters.find((parameter) => typeof parameter === 'object' && parameter !== null);
    const stack = texts.length > 1 ? texts[0] : undefined;
    const text =
      message instanceof Error ? message.message : typeof message === 'string' ? message : JSON.stringify(message);
    this.pinoLogger[level]({ logger: texts.at(-1) ?? 'hub', ...(stack ? { stack } : {}), ...details }, text);
  }
}
