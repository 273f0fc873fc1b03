import { Injectable } from '@nestjs/common';
import { invalidField } from '../../../../common/errors/domain-error';
import { AuthConfig } from '../../../../config';
import { LONGEST_PASSWORD, passwordProblem, type PasswordProblem } from '../../domain/password';
import { contextWords, type PasswordOwner } from '../../domain/password-context';

/** Which new passwords are allowed. Passwords that are in use are not held against it again. */
@Injectable()
export class PasswordPolicy {
  private readonly messages: Readonly<Record<PasswordProblem, string>>;

  constructor(private readonly config: AuthConfig) {
    this.messages = {
      'too-short': `A password has at least ${config.passwordMinLength} characters.`,
      'too-long': `A password has at most ${LONGEST_PASSWORD} characters.`,
      common: 'This is one of the most used passwords; choose another.',
      context: 'This is mostly made of your own names or those of this service; choose another.',
    };
  }

  /**
   * @param field the field of the request that holds the password
   * @throws DomainError `validation-failed`, with `too-short`, `too-long`, `common` or `context` for the field
   */
  check(password: string, owner: PasswordOwner, field = 'password'): void {
    const problem = passwordProblem(password, this.config.passwordMinLength, contextWords(owner));
    if (problem) throw invalidField(field, problem, this.messages[problem]);
  }
}
