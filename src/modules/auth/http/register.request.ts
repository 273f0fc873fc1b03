import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { IsEmailAddress } from '../../../common/validation/email-address';
import { Length, MaxLength } from '../../../common/validation/text-length';

export class RegisterRequest {
  /** Unique, whatever the letter case. */
  @ApiProperty({ format: 'email', example: 'ada@example.com' })
  @IsEmailAddress()
  @MaxLength(254)
  email: string;

  /** 8 to 128 characters of any kind; not one of the most used passwords, and not made of the person's own names. */
  @ApiProperty({ minLength: 8, maxLength: 128 })
  @IsString()
  @MaxLength(1024)
  password: string;

  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'firstName must not be blank' })
  firstName: string;

  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'lastName must not be blank' })
  lastName: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  companyName?: string | null;
}
