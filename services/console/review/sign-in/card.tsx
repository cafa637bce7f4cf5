import { useEffect, type ReactNode } from 'react';
import { useText } from '../parts/words';

interface CardProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page of its own, before anybody is signed in. */
export function Card({ title, lead, children }: CardProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t('page_title')}`;
  }, [title, t]);
  return (
    <main className="sign-in">
      <section className="card">
        <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="m8.5 15.5 5.5 6L23.5 10" />
        </svg>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="soft">{lead}</p>}
        {children}
      </section>
    </main>
  );
}
