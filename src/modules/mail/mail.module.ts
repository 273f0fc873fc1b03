import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliverMailProcessor } from './jobs/deliver-mail.processor';
import { OutgoingMailEntity } from './persistence/outgoing-mail.entity';
import { OutgoingMailsRepository } from './persistence/outgoing-mails.repository';
import { MailDelivery } from './service/mail-delivery.service';
import { MailSweep } from './service/mail-sweep.service';
import { MailTemplates } from './service/mail-templates.service';
import { OutgoingMails } from './service/outgoing-mails.service';

@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMailEntity])],
  providers: [OutgoingMailsRepository, OutgoingMails, MailTemplates, MailDelivery, MailSweep, DeliverMailProcessor],
  exports: [OutgoingMails, MailTemplates],
})
export class MailModule {}
