import { describeImportSummary, type ImportRun } from './import-run';
import { REJECTION_HEADER, rejectionLine } from './rejection-report';

const run: ImportRun = {
  id: '0190a5f0-0000-7000-8000-000000000000',
  source: 'sam',
  format: 'sam-csv',
  fileName: 'notices.csv.gz',
  fileSha256: 'ab',
  readerVersion: 1,
  status: 'completed',
  rows: 15,
  created: 5,
  updated: 1,
  unchanged: 2,
  merged: 4,
  rejected: 3,
  opportunities: 6,
  startedAt: new Date('2026-04-10T12:00:00Z'),
  finishedAt: new Date('2026-04-10T12:00:01Z'),
  errorCode: null,
};

describe('describeImportSummary', () => {
  it('is the line that commands end with', () => {
    expect(describeImportSummary(run)).toBe(
      '{"rows":15,"created":5,"updated":1,"unchanged":2,"merged":4,"rejected":3,"opportunities":6}',
    );
  });
});

describe('rejectionLine', () => {
  it('is a line of CSV with row number, notice id, code and reason', () => {
    const line = rejectionLine({
      rowNumber: 7,
      noticeId: null,
      code: 'column-count',
      message: 'The row has 3 columns, "not" 47.',
    });
    expect(REJECTION_HEADER + line).toBe(
      'row,noticeId,code,reason\r\n7,,column-count,"The row has 3 columns, ""not"" 47."\r\n',
    );
  });

  it('never is a formula', () => {
    const line = rejectionLine({ rowNumber: 1, noticeId: '=1+1', code: 'x', message: '@SUM(A1)' });
    expect(line).toBe("1,'=1+1,x,'@SUM(A1)\r\n");
  });
});
