import { composeInvitation } from '../../../activities/mail/compose-invitation';

const parts = {
  to: 'erika@mail.example',
  applicantName: null,
  displayName: null,
  supportUrl: null,
  link: 'https://verify.example/verify/t',
  expiresAt: new Date('2026-02-07T09:30:00Z'),
};

it('says who asks, where to, and until when', () => {
  const { subject, text } = composeInvitation({ ...parts, displayName: 'Example Bank' });
  expect(subject).toBe('Example Bank asks you to verify your identity');
  expect(text).toContain('https://verify.example/verify/t');
  expect(text).toContain('until 2026-02-07 09:30 UTC');
});

it('asks for itself when nobody is named', () => {
  expect(composeInvitation(parts).subject).toBe('We ask you to verify your identity');
});

it('a name with line breaks in it adds no line', () => {
  const plain = composeInvitation({ ...parts, applicantName: 'Erika' }).text.split('\n').length;
  const sly = composeInvitation({
    ...parts,
    applicantName: 'Erika,\r\n\r\nPay here: https://evil.example\u2028now',
  });
  expect(sly.text.split('\n')).toHaveLength(plain);
  expect(composeInvitation({ ...parts, displayName: 'A\r\nBcc: b@c.example' }).subject).not.toMatch(
    /[\r\n]/,
  );
});
