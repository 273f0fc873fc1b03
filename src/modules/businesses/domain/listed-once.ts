import type { FieldError } from '../../../common/errors/domain-error';
import type { NewLists } from './new-business';

/** What a new profile lists twice, or calls primary twice, by the place of the second one: nothing stored is in its way. */
export const listedTwice = (lists: NewLists): readonly FieldError[] => [
  ...repeated('naicsCodes', 'code', lists.naicsCodes, ({ code }) => code),
  ...repeated('pscCodes', 'code', lists.pscCodes, ({ code }) => code),
  ...repeated('cageCodes', 'code', lists.cageCodes, ({ code }) => code),
  ...repeated('certifications', 'program', lists.certifications, ({ program }) => program),
  ...repeated(
    'licences',
    'classification',
    lists.licences,
    ({ state, classification }) => `${state} ${classification}`,
  ),
  ...furtherPrimaries('naicsCodes', lists.naicsCodes),
  ...furtherPrimaries('cageCodes', lists.cageCodes),
];

const repeated = <Entry>(
  list: keyof NewLists,
  field: string,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly FieldError[] => {
  const keys = entries.map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [{ field: `${list}.${index}.${field}`, code: 'listed-twice', message: `${key} is listed more than once.` }],
  );
};

const furtherPrimaries = (
  list: keyof NewLists,
  entries: readonly { readonly isPrimary: boolean }[],
): readonly FieldError[] => {
  const first = entries.findIndex(({ isPrimary }) => isPrimary);
  return entries.flatMap(({ isPrimary }, index) =>
    isPrimary && index > first
      ? [{ field: `${list}.${index}.isPrimary`, code: 'second-primary', message: 'There is one primary code.' }]
      : [],
  );
};
