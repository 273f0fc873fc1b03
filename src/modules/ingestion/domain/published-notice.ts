import type { NoticeContact, NoticeType } from '../../opportunities';

export interface PublishedPlace {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

export interface PublishedContact {
  readonly kind: NoticeContact['kind'];
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** The fields of a notice letter by letter, whatever the format was; an empty text means missing. */
export interface PublishedNotice {
  readonly noticeId: string;
  readonly title: string;
  readonly solicitationNumber: string;
  readonly department: string;
  readonly subTier: string;
  readonly office: string;
  readonly officeCode: string;
  readonly postedDate: string;
  readonly type: string;
  readonly baseType: string;
  readonly archiveDate: string;
  readonly setAside: string;
  readonly deadline: string;
  readonly naicsCode: string;
  readonly pscCode: string;
  readonly placeOfPerformance: PublishedPlace;
  readonly officePlace: PublishedPlace;
  readonly awardNumber: string;
  readonly awardDate: string;
  readonly awardAmount: string;
  readonly awardee: string;
  readonly contacts: readonly PublishedContact[];
  readonly link: string;
  readonly description: string;
}

/** The hub's code lists, by which letters and labels of a source are understood. */
export interface NoticeVocabulary {
  readonly noticeType: (text: string) => NoticeType | undefined;
  readonly setAside: (text: string) => string | undefined;
}
