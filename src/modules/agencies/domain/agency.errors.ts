import { DomainError, invalidField } from '../../../common/errors/domain-error';

export const agencyNameTaken = (): DomainError =>
  new DomainError('conflict', 'agency-name-taken', 'There is an agency of this name already.');

export const agencyInUse = (): DomainError =>
  new DomainError('conflict', 'agency-in-use', 'Officials belong to this agency; give them another one first.');

export const staleAgency = (): DomainError =>
  new DomainError('stale', 'stale', 'The agency was changed in the meantime; read it again.');

export const departmentMissing = (): DomainError =>
  invalidField('department', 'department-missing', 'A sub-tier or an office code needs the department it belongs to.');
