import { useState, type ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useShortcut } from '../parts/shortcut';

interface DisclosedProps {
  readonly title: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

/** Made when it is opened for the first time, not before. */
export function Disclosed({ title, shortcut, children }: DisclosedProps) {
  const [isOpen, setOpen] = useState(false);
  useShortcut(
    shortcut === undefined
      ? null
      : { keys: shortcut, label: title, run: () => setOpen((before) => !before) },
  );
  return (
    <Disclosure className="disclosed" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3}>
        <Button slot="trigger" className="disclosed-title">
          <svg className="chevron" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 6 4 4 4-4" />
          </svg>
          {title}
          {shortcut === undefined ? null : <kbd>{shortcut.toUpperCase()}</kbd>}
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen ? children : null}</DisclosurePanel>
    </Disclosure>
  );
}
