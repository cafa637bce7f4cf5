import { hashPassword, isPassword } from '../../../shared/auth/password';
import { passwordProblem } from '../../../shared/auth/common-password';

it('knows a password again, however its letters were composed, and no other', async () => {
  const kept = await hashPassword('Zürich is a long one');
  expect(kept).toMatch(/^scrypt:17:8:1:/);
  expect(await isPassword('Zu\u0308rich is a long one', kept)).toBe(true);
  expect(await isPassword('zürich is a long one', kept)).toBe(false);
  expect(await isPassword('', null)).toBe(false);
  expect(await hashPassword('Zürich is a long one')).not.toBe(kept);
});

it('refuses what is short, endless, or tried first', () => {
  expect(passwordProblem('elevenchars')).toBe('too_short');
  expect(passwordProblem('💚'.repeat(11))).toBe('too_short');
  expect(passwordProblem('x'.repeat(257))).toBe('too_long');
  for (const common of ['QWERTY123456', 'passwordpassword', 'aaaaaaaaaaaa', '123456789123456789']) {
    expect([common, passwordProblem(common)]).toEqual([common, 'too_common']);
  }
  expect(passwordProblem('correct horse battery')).toBeNull();
});
