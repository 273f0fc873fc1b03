import { ApiProperty } from '@nestjs/swagger';
import { IsEmailAddress } from '../../../common/validation/email-address';
import { MaxLength } from '../../../common/validation/text-length';

export class EmailRequest {
  @ApiProperty({ format: 'email', example: 'ada@example.com' })
  @IsEmailAddress()
  @MaxLength(254)
  email: string;
}
