import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { refusalOf, Refusal } from '../server/refusal';
import type { TextKey } from '../texts';
import type { StepProps } from './step-props';

interface FileStepShape {
  readonly step: StepProps;
  /** Of the route: `documents`, `selfie`, … */
  readonly route: string;
  readonly title: TextKey;
  readonly text: TextKey;
  readonly formats: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Takes a piece as a file and sends it. */
export function FileStep({ step, route, title, text, formats, fields }: FileStepShape) {
  const { t, api, next, trouble } = step;
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const sendFile = async (chosen: File): Promise<void> => {
    setBusy(true);
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', chosen);
    const answer = await fetch(api.url(route), { method: 'POST', headers: api.headers(), body });
    if (!answer.ok) throw refusalOf(answer.status, await answer.json().catch(() => null));
    await next();
  };
  const send = (): void => {
    if (file === null) return;
    sendFile(file).catch((cause: unknown) => {
      setBusy(false);
      trouble(cause instanceof TypeError ? new Refusal('offline') : cause);
    });
  };
  return (
    <Step
      title={t(title)}
      text={t(text)}
      actions={
        <Button look="primary" busy={busy || file === null} onClick={send}>
          {busy ? t('camera.sending') : t('camera.send')}
        </Button>
      }
    >
      <label class="field">
        <span>{t('camera.choose')}</span>
        <input
          type="file"
          accept={formats.join(',')}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
    </Step>
  );
}
