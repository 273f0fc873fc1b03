/** What a link has proved. */
export class VerifiedResponse {
  isVerified: true;
}
