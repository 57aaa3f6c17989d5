import { type APIRequestContext, expect } from '@playwright/test';

export const MAIL_URL = process.env.COMMONWEAL_MAIL_URL ?? 'http://localhost:8126';

interface Mail {
  subject: string;
  text: string;
}

/** The first mail to that address whose text has all those words; mail is sent a moment after the act. */
export async function mailTo(
  request: APIRequestContext,
  address: string,
  ...words: string[]
): Promise<Mail> {
  const found = async () => {
    const answer = await request.get(`${MAIL_URL}/api/messages`, { params: { to: address } });
    const mails = (await answer.json()) as Mail[];
    return mails.find(({ text }) => words.every((word) => text.includes(word)));
  };
  await expect.poll(found, { message: `mail to ${address}` }).toBeTruthy();
  return (await found()) as Mail;
}
