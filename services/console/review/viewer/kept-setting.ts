import { useState } from 'react';

/** A switch of this browser's, on unless it was turned off. */
export function useKeptSwitch(name: string): readonly [boolean, (isOn: boolean) => void] {
  const key = `verifa-console-${name}`;
  const [isOn, setOn] = useState(() => localStorage.getItem(key) !== 'off');
  return [
    isOn,
    (next) => {
      localStorage.setItem(key, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}
