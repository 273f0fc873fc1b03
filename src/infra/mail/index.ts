export { DeliveryError, type DeliveryErrorKind } from './delivery-error';
export { type Mail, Mailer } from './mailer.service';
export { MailerModule } from './mailer.module';
