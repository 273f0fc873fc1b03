import { Injectable } from '@nestjs/common';
import type { MailContent, MailTemplate, QueuedMail } from '../domain/outgoing-mail';

/** What the modules above have their mails say. They register at their start. */
@Injectable()
export class MailTemplates {
  private readonly templates = new Map<string, MailTemplate>();

  /** @throws Error when the kind has a template already */
  register(kind: string, template: MailTemplate): void {
    if (this.templates.has(kind)) throw new Error(`Mails of the kind ${kind} have more than one template.`);
    this.templates.set(kind, template);
  }

  /** Undefined where there is nothing to send any more. @throws Error when nobody knows this kind */
  async compose(mail: QueuedMail): Promise<MailContent | undefined> {
    const template = this.templates.get(mail.kind);
    if (!template) throw new Error(`Mails of the kind ${mail.kind} have no template.`);
    return template.compose(mail);
  }
}
