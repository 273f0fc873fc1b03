import { IsIn } from 'class-validator';

const importKinds = ['businesses'] as const;

export class StartImportQuery {
  /** What the file is about. */
  @IsIn(importKinds)
  kind: (typeof importKinds)[number];
}
