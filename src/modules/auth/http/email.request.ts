import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { MaxLength } from '../../../common/validation/text-length';

export class EmailRequest {
  @ApiProperty({ format: 'email', example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;
}
