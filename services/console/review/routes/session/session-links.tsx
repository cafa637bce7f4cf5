import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Badge, type Tone } from '../../parts/badge';
import { Section } from '../../parts/section';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Session } from './session-of-screen';

type Link = AnswerOf<'GET /api/v1/sessions/{id}/links'>['data'][number];

const tones: Readonly<Record<Link['status'], Tone>> = {
  created: 'good',
  consumed: 'info',
  expired: 'quiet',
  revoked: 'quiet',
};

/** The capture links there were, and what became of each; never a link itself. */
export function SessionLinks({ session }: { readonly session: Session }) {
  const t = useText();
  const read = useRead('GET /api/v1/sessions/{id}/links', { params: { id: session.id } });
  return (
    <Section title={t('session.links')}>
      <Answered read={read}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="soft">{t('session.links.none')}</p>
          ) : (
            <ul className="entries">
              {data.map((link) => (
                <li key={link.id}>
                  <span className="row spread">
                    <Badge tone={tones[link.status]}>{t(`session.link.${link.status}`)}</Badge>
                    <Time at={link.created_at} />
                  </span>
                  <span className="cell-sub">
                    {t('session.link.expires')} <Time at={link.expires_at} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
