import { ApiProperty } from '@nestjs/swagger';
import {
  type NoticeAction,
  noticeActions,
  type NoticeTypeCode,
  noticeTypeCodes,
  type NoticeTypeFact,
  type OcdsReleaseTag,
  ocdsReleaseTags,
  type OcdsTenderStatus,
  ocdsTenderStatuses,
} from '../domain/notice-type';
import { PageResponse } from '../../../common/http/page.response';

export class NoticeTypeResponse {
  @ApiProperty({ enum: noticeTypeCodes })
  code: NoticeTypeCode;

  name: string;

  /** As the daily extract of SAM.gov writes it. */
  samLabel: string;

  /** Offers may be made on it until its deadline. */
  biddable: boolean;

  /** What a business does with it. */
  @ApiProperty({ enum: noticeActions })
  action: NoticeAction;

  @ApiProperty({ enum: ocdsTenderStatuses, nullable: true })
  ocdsTenderStatus: OcdsTenderStatus | null;

  @ApiProperty({ enum: ocdsReleaseTags, nullable: true })
  ocdsReleaseTag: OcdsReleaseTag | null;

  source: string;
}

export class NoticeTypePage extends PageResponse {
  @ApiProperty({ type: [NoticeTypeResponse] })
  items: NoticeTypeResponse[];
}

export const toNoticeTypeResponse = (type: NoticeTypeFact): NoticeTypeResponse => ({
  code: type.code,
  name: type.name,
  samLabel: type.samLabel,
  biddable: type.biddable,
  action: type.action,
  ocdsTenderStatus: type.ocdsTenderStatus,
  ocdsReleaseTag: type.ocdsReleaseTag,
  source: type.source,
});
