import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../common/time/clock';
import { type MailContent, MailTemplates, type QueuedMail } from '../../mail';
import { ReferenceService } from '../../reference';
import { UsersService } from '../../users';
import type { ExpiringKind, ReminderItem } from '../domain/expiry-reminder';
import { utahDay } from '../domain/utah-day';
import { ExpiryRemindersRepository } from '../persistence/expiry-reminders.repository';

export const EXPIRY_REMINDER = 'business-expiry-reminder';

const days = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' });

/** What follows for the firm. */
const consequences: Readonly<Record<ExpiringKind, string>> = {
  certification:
    'Once a certification has ended, set-aside contracts due after that day will be listed as not eligible.',
  licence: 'Once a licence has ended, work that needs it is not open to your firm.',
  'sam-registration': 'Once the registration has ended, federal agencies can take no offer from your firm.',
};

/** What reminders say: as the profile is when they are sent, so that whoever has renewed meanwhile is not bothered. */
@Injectable()
export class ExpiryReminderMailTemplate implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly reminders: ExpiryRemindersRepository,
    private readonly users: UsersService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.templates.register(EXPIRY_REMINDER, { compose: (mail) => this.compose(mail) });
  }

  private async compose({ id, userId, recipient }: QueuedMail): Promise<MailContent | undefined> {
    const owner = userId === null ? null : await this.users.find(userId);
    if (!owner?.isActive || !owner.isVerified || owner.email !== recipient) return undefined;
    const items = await this.reminders.findItems(id, owner.id, utahDay(this.clock.now()));
    const [first] = items;
    if (!first) return undefined;
    const kinds = new Set(items.map(({ kind }) => kind));
    return {
      subject: 'What your profile lists ends soon',
      paragraphs: [
        `This of the profile of ${first.companyName} at the Utah Government Contracting Hub ends soon:`,
        ...items.map((item) => `${this.nameOf(item)}: last day ${days.format(new Date(item.expiresOn))}`),
        ...[...kinds].map((kind) => consequences[kind]),
        'If you have renewed it, change the day in your profile.',
      ],
    };
  }

  private nameOf({ kind, name }: ReminderItem): string {
    if (kind === 'sam-registration') return 'Registration in SAM.gov';
    if (kind === 'licence') return `Licence ${name}`;
    const program = [...this.reference.facts().programs.values()].find(({ code }) => code === name);
    return `Certification ${program?.name ?? name}`;
  }
}
