import { useState, type ReactNode } from 'react';
import { CodeForm } from './code-form';
import { EnrolCode } from './enrol-code';
import type { NextStep } from './next-step';
import { PasswordForm } from './password-form';

type Step = 'password' | Exclude<NextStep, 'done'>;

interface SignInStepsProps {
  /** Whose sign-in ran out; somebody else begins from the page. */
  readonly email?: string;
  /** Where it was left, when the page was loaded again in the middle. */
  readonly first?: Step;
  /** Another way in, below the password. */
  readonly otherwise?: ReactNode;
  readonly onDone: () => void;
}

/** Password, then a code; the first time, the app that makes codes. The same on the page and over a screen. */
export function SignInSteps({ email, first = 'password', otherwise, onDone }: SignInStepsProps) {
  const [step, setStep] = useState<Step>(first);
  const onNext = (next: NextStep): void => {
    if (next === 'done') onDone();
    else setStep(next);
  };
  switch (step) {
    case 'password':
      return (
        <>
          <PasswordForm {...(email === undefined ? {} : { email })} onNext={onNext} />
          {otherwise}
        </>
      );
    case 'totp':
      return <CodeForm onDone={onDone} onBack={() => setStep('password')} />;
    case 'enrol_totp':
      return <EnrolCode onDone={onDone} />;
  }
}
