import type { ApiProcess } from '../support/processes';
import { outliveOutage, smtpFaults } from '../support/smtp-outage';
import { Stage } from '../support/stage';

jest.setTimeout(300_000);

const SECONDS = 60;

describe.each(smtpFaults)('while the mail server is $name for a minute', (fault) => {
  let stage: Stage;
  let api: ApiProcess;

  beforeAll(async () => {
    stage = await Stage.open();
    const generous = { THROTTLE_SCALE: '1000' };
    [api] = await Promise.all([stage.startApi(generous), stage.startWorker(generous)]);
  });

  afterAll(() => stage.close());

  it('people register as fast as ever, and each gets one mail within a minute after it is back', async () => {
    const { statuses, slowdown, mailsPerPerson, ...measured } = await outliveOutage(stage, api.url, fault, SECONDS);
    console.info(`Mail server ${fault.name} for ${SECONDS} s:`, { slowdown, ...measured });
    expect(statuses).toEqual([201]);
    expect(mailsPerPerson).toEqual([1]);
    expect(slowdown).toBeLessThan(10);
  });
});
