import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit';
import { MailModule } from '../mail';
import { UsersModule } from '../users';
import { AccountAdministrationController } from './http/account-administration.controller';
import { AccountController } from './http/account.controller';
import { AuthController } from './http/auth.controller';
import { MailedLinksController } from './http/mailed-links.controller';
import { SecondFactorAdministrationController } from './http/second-factor-administration.controller';
import { SecondFactorController } from './http/second-factor.controller';
import { SessionsController } from './http/sessions.controller';
import { MailedLinkEntity } from './persistence/mailed-link.entity';
import { MailedLinksRepository } from './persistence/mailed-links.repository';
import { RecoveryCodeEntity } from './persistence/recovery-code.entity';
import { SecondFactorEntity } from './persistence/second-factor.entity';
import { SecondFactorsRepository } from './persistence/second-factors.repository';
import { SessionEntity } from './persistence/session.entity';
import { SessionsRepository } from './persistence/sessions.repository';
import { SignInFailureEntity } from './persistence/sign-in-failure.entity';
import { SignInFailuresRepository } from './persistence/sign-in-failures.repository';
import { AccessTokenStrategy } from './service/sessions/access-token.strategy';
import { AccountAdministration } from './service/accounts/account-administration.service';
import { AccountMailTemplates } from './service/mails/account-mail-templates';
import { AccountMails } from './service/mails/account-mails.service';
import { AccountPseudonyms } from './service/accounts/account-pseudonyms';
import { AccountService } from './service/accounts/account.service';
import { AddressChange } from './service/accounts/address-change.service';
import { BcryptThreads } from './service/passwords/bcrypt-threads';
import { CredentialChanges } from './service/accounts/credential-changes.service';
import { CredentialSweep } from './service/accounts/credential-sweep.service';
import { CurrentPassword } from './service/passwords/current-password.service';
import { EmailVerification } from './service/mails/email-verification.service';
import { MailAllowance } from './service/mails/mail-allowance.service';
import { MailedLinks } from './service/mails/mailed-links.service';
import { PasswordHasher } from './service/passwords/password-hasher';
import { PasswordPolicy } from './service/passwords/password-policy.service';
import { PasswordReset } from './service/passwords/password-reset.service';
import { PasswordsService } from './service/passwords/passwords.service';
import { Principals } from './service/accounts/principals.service';
import { RegistrationService } from './service/accounts/registration.service';
import { SecondFactorChallenges } from './service/second-factor/second-factor-challenges.service';
import { SecondFactorGuard } from './service/second-factor/second-factor-guard.service';
import { SecondFactorSecrets } from './service/second-factor/second-factor-secrets.service';
import { SecondFactors } from './service/second-factor/second-factors.service';
import { SessionsService } from './service/sessions/sessions.service';
import { SignInGuard } from './service/sessions/sign-in-guard.service';
import { SignInService } from './service/sessions/sign-in.service';
import { TokensService } from './service/sessions/tokens.service';

@Module({
  imports: [
    AuditModule,
    MailModule,
    UsersModule,
    PassportModule,
    TypeOrmModule.forFeature([
      SessionEntity,
      MailedLinkEntity,
      SignInFailureEntity,
      SecondFactorEntity,
      RecoveryCodeEntity,
    ]),
  ],
  controllers: [
    AuthController,
    MailedLinksController,
    AccountController,
    SessionsController,
    SecondFactorController,
    SecondFactorAdministrationController,
    AccountAdministrationController,
  ],
  providers: [
    SessionsRepository,
    MailedLinksRepository,
    SignInFailuresRepository,
    TokensService,
    PasswordHasher,
    BcryptThreads,
    PasswordPolicy,
    AccessTokenStrategy,
    Principals,
    AccountPseudonyms,
    AccountMails,
    AccountMailTemplates,
    MailAllowance,
    MailedLinks,
    SessionsService,
    SignInGuard,
    SecondFactorsRepository,
    SecondFactorSecrets,
    SecondFactorGuard,
    SecondFactors,
    SecondFactorChallenges,
    SignInService,
    RegistrationService,
    EmailVerification,
    CurrentPassword,
    CredentialChanges,
    PasswordsService,
    PasswordReset,
    AddressChange,
    AccountService,
    AccountAdministration,
    CredentialSweep,
  ],
  exports: [RegistrationService, PasswordPolicy],
})
export class AuthModule {}
