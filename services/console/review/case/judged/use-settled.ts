import { useEffect, useState } from 'react';

/** The value as it was when it last stayed the same for so long; compared by what it says. */
export function useSettled<Value>(value: Value, afterMs: number): Value {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(said) as Value), afterMs);
    return () => clearTimeout(timer);
  }, [said, afterMs]);
  return settled;
}
