export { type Mail, Mailer } from './mailer.service';
export { MailModule } from './mail.module';
