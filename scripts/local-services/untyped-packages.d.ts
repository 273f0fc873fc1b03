declare module 's3rver' {
  interface Options {
    address: string;
    port: number;
    directory: string;
    silent: boolean;
    vhostBuckets: boolean;
    configureBuckets: { name: string }[];
  }
  class S3rver {
    constructor(options: Options);
    run(): Promise<unknown>;
  }
  export = S3rver;
}

declare module 'maildev' {
  interface Options {
    smtp: number;
    web: number;
    ip: string;
    mailDirectory: string;
    silent: boolean;
  }
  function maildev(options: Options): { listen(): Promise<void> };
  export = maildev;
}
