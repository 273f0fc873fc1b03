import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, Length, Matches, MaxLength, Validate } from 'class-validator';
import { AllowedPassword } from './allowed-password.validator';

export class RegisterRequest {
  /** Unique, whatever the letter case. */
  @ApiProperty({ format: 'email', example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** 8 to 128 characters of any kind. */
  @ApiProperty({ minLength: 8, maxLength: 128 })
  @IsString()
  @Validate(AllowedPassword)
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
