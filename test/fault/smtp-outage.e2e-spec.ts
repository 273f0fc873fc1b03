import type { ApiProcess, WorkerProcess } from '../support/processes';
import { outliveOutage, smtpFaults } from '../support/smtp-outage';
import { Stage } from '../support/stage';

const SECONDS = 3;

let stage: Stage;
let api: ApiProcess;
let worker: WorkerProcess;

beforeAll(async () => {
  stage = await Stage.open();
  [api, worker] = await Promise.all([stage.startApi(), stage.startWorker()]);
});

afterAll(() => stage.close());

describe.each(smtpFaults)('while the mail server is $name', (fault) => {
  it('people register as fast as ever, and each gets one mail afterwards', async () => {
    const { statuses, slowdown, mailsPerPerson, ...measured } = await outliveOutage(stage, api.url, fault, SECONDS);
    console.info(`Mail server ${fault.name}:`, { slowdown, ...measured });
    expect(statuses).toEqual([201]);
    expect(mailsPerPerson).toEqual([1]);
    // A request that waited for the mail server would take a hundred times as long.
    expect(slowdown).toBeLessThan(10);
    expect({ api: api.end, worker: worker.end }).toEqual({ api: undefined, worker: undefined });
    expect(api.log + worker.log).not.toContain('@example.test');
  });
});
