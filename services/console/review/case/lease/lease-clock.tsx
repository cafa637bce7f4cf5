import { useEffect, useState } from 'react';
import { Button } from '../../parts/button';
import { useText } from '../../parts/words';

const warnBelowMs = 2 * 60_000;
const secondMs = 1_000;

interface LeaseClockProps {
  readonly untilMs: number;
  readonly onKeep: () => void;
}

/** For how long the case is still one's own. It speaks up when that is nearly over. */
export function LeaseClock({ untilMs, onKeep }: LeaseClockProps) {
  const t = useText();
  const leftMs = useTimeLeft(untilMs);
  const isShort = leftMs <= warnBelowMs;
  const time = clockText(leftMs);
  return (
    <div className="lease" data-short={isShort || undefined}>
      <span role="timer" aria-label={t('case.lease.left', { time })}>
        {t('case.lease', { time })}
      </span>
      <span role="status">
        {isShort ? (
          <>
            <span className="unseen">{t('case.lease.short')}</span>
            <Button isSmall onPress={onKeep}>
              {t('case.lease.keep')}
            </Button>
          </>
        ) : null}
      </span>
    </div>
  );
}

function useTimeLeft(untilMs: number): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), secondMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, untilMs - nowMs);
}

export function clockText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / secondMs);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
