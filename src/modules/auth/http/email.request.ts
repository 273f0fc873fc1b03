import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';

export class EmailRequest {
  @ApiProperty({ format: 'email', example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;
}
