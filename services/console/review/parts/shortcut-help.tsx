import { useState } from 'react';
import { Dialog } from './dialog';
import { useShortcut, useShortcuts } from './shortcut';
import { Switch } from './switch';
import { useText } from './words';

/** All keys that do something on this screen, behind `?`. */
export function ShortcutHelp() {
  const t = useText();
  const { all, areOn, turn } = useShortcuts();
  const [isOpen, setOpen] = useState(false);
  useShortcut({ keys: '?', label: t('shortcut.help'), run: () => setOpen(true) });
  // Of several with the same keys the last one answers.
  const byKeys = new Map(all().map(({ keys, label }) => [keys, label]));
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={t('shortcut.help')}
        title={t('shortcut.help')}
        onClick={() => setOpen(true)}
      >
        <kbd>?</kbd>
      </button>
      <Dialog title={t('shortcut.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="shortcuts">
          {[...byKeys].map(([keys, label]) => (
            <div key={keys}>
              <dt>
                {keys.split(' ').map((key, at) => (
                  <kbd key={`${String(at)}${key}`}>{key}</kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <Switch isSelected={areOn} onChange={turn}>
          {t('shortcut.on')}
        </Switch>
      </Dialog>
    </>
  );
}
