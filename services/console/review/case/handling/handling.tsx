import { useMay, useMe } from '../../session/me';
import { isOver } from '../lease/case-view';
import { AssignCase } from './assign-case';
import type { HandledCase } from './handled-case';
import { Priority } from './priority';
import { ReleaseCase } from './release-case';
import { Tags } from './tags';

interface HandlingProps {
  readonly view: HandledCase;
  /** It was let go by whoever had it. */
  readonly onReleased: () => void;
}

/** How a case is sorted and in whose hands it is, as far as the reader may change that; deciding is elsewhere. */
export function Handling({ view, onReleased }: HandlingProps) {
  const { user } = useMe();
  const mayDecide = useMay('cases:decide');
  if (!mayDecide || isOver(view)) return null;
  const isSenior = user.role === 'senior' || user.role === 'admin';
  const mayRelease = view.assignee !== null && (isSenior || view.assignee === user.id);
  return (
    <div className="handling">
      <Priority view={view} />
      <Tags view={view} />
      {isSenior ? <AssignCase view={view} /> : null}
      {mayRelease ? <ReleaseCase view={view} onReleased={onReleased} /> : null}
    </div>
  );
}
