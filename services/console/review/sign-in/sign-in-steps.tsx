import { useState } from 'react';
import { CodeForm } from './code-form';
import { EnrolCode } from './enrol-code';
import type { NextStep } from './next-step';
import { PasswordForm } from './password-form';

interface SignInStepsProps {
  /** Whose sign-in ran out; somebody else begins from the page. */
  readonly email?: string;
  readonly onDone: () => void;
}

/** Password, then a code; the first time, the app that makes codes. The same on the page and over a screen. */
export function SignInSteps({ email, onDone }: SignInStepsProps) {
  const [step, setStep] = useState<'password' | Exclude<NextStep, 'done'>>('password');
  const onNext = (next: NextStep): void => {
    if (next === 'done') onDone();
    else setStep(next);
  };
  switch (step) {
    case 'password':
      return <PasswordForm {...(email === undefined ? {} : { email })} onNext={onNext} />;
    case 'totp':
      return <CodeForm onDone={onDone} onBack={() => setStep('password')} />;
    case 'enrol_totp':
      return <EnrolCode onDone={onDone} />;
  }
}
