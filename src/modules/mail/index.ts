export type { MailContent, MailTemplate, NewMail, QueuedMail } from './domain/outgoing-mail';
export { MailModule } from './mail.module';
export { MailTemplates } from './service/mail-templates.service';
export { OutgoingMails } from './service/outgoing-mails.service';
