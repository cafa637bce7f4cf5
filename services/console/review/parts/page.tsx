import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useArrival } from './arrival';
import { useText } from './words';

interface PageProps {
  readonly title: string;
  /** One sentence on what it is for. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The list that it is one of. */
  readonly back?: Pick<LinkProps, 'params'> & {
    readonly to: NonNullable<LinkProps['to']>;
    readonly text: string;
  };
  readonly children: ReactNode;
}

/** A screen: its title, what can be done on it, and the rest. Coming to it by a link moves the focus to its title. */
export function Page({ title, lead, actions, back, children }: PageProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('page_title')}`;
  }, [title, t]);
  useArrival(heading);
  return (
    <>
      <header className="page-head">
        <div>
          {back === undefined ? null : (
            <Link to={back.to} params={back.params ?? {}} className="back">
              {back.text}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </header>
      {children}
    </>
  );
}
