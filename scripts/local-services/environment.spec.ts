import { environmentOf, missingServices, urlsOf } from './environment';

const secrets = { superuser: 's', owner: 'o', app: 'a', redis: 'r' };
const ports = { postgres: 1, redis: 2, storage: 3, mail: 4, mailPage: 5 };

describe('missingServices', () => {
  it.each([
    [{}, ['postgres', 'redis', 'storage', 'mail']],
    [{ DATABASE_URL: 'postgresql://elsewhere/hub' }, ['redis', 'storage', 'mail']],
    [{ REDIS_URL: 'redis://elsewhere' }, ['postgres', 'storage', 'mail']],
    [{ S3_BUCKET: 'in-a-cloud' }, ['postgres', 'redis', 'mail']],
    [{ DATABASE_URL: '', SMTP_URL: 'smtp://elsewhere' }, ['postgres', 'redis', 'storage']],
    [{ DATABASE_URL: 'd', REDIS_URL: 'r', S3_ENDPOINT: 's', SMTP_URL: 'm' }, []],
  ])('for %j are %j', (environment, missing) => {
    expect(missingServices(environment)).toEqual(missing);
  });
});

describe('environmentOf', () => {
  it('names the two roles of the database', () => {
    expect(environmentOf(['postgres'], ports, secrets)).toEqual({
      DATABASE_URL: 'postgresql://hub_app:a@127.0.0.1:1/hub',
      DATABASE_MIGRATION_URL: 'postgresql://hub_owner:o@127.0.0.1:1/hub',
    });
  });

  it('says nothing about services that run elsewhere', () => {
    expect(Object.keys(environmentOf(['redis', 'mail'], ports, secrets))).toEqual(['REDIS_URL', 'SMTP_URL']);
    expect(urlsOf(['redis'], ports)).toEqual({});
  });

  it('holds no secret of the superuser', () => {
    const everything = environmentOf(['postgres', 'redis', 'storage', 'mail'], ports, {
      ...secrets,
      superuser: 'hidden',
    });
    expect(JSON.stringify(everything)).not.toContain('hidden');
  });
});
