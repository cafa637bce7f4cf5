import { auditedRoutes } from '../../../../services/api/http/audited-routes';
import { actorText } from '../../../../services/console/review/terms/actor-text';
import { deedText } from '../../../../services/console/review/terms/deed-text';
import { timelineText } from '../../../../services/console/review/terms/timeline-text';
import { eventKeys } from '../../../../shared/domain/lifecycle/event';
import { say } from '../../../screens/console/console-words';

const sentence = /^[A-Z][A-Za-z:’'– -]+$/;

// The compiler holds the rest: each record is written with an action or an event that the console has to name.
it.each(
  Object.values(auditedRoutes).flatMap((audited) =>
    audited.by === 'read' ? [audited.action] : [],
  ),
)('the log’s %s is told in words', (action) => {
  expect(deedText(action, say)).toMatch(sentence);
});

it.each(['create', 'session.created', 'session.simulated', 'user.signed_in', 'mcp.reject_case'])(
  '%s is told in words wherever it is recorded',
  (code) => {
    const words = code.includes('.') ? deedText(code, say) : timelineText(code, say);
    expect(words).toMatch(sentence);
  },
);

it.each(eventKeys)('the timeline’s %s is told in words', (event) => {
  expect(timelineText(event, say)).toMatch(sentence);
});

it.each(['session.teleported', 'toString', '__proto__', ''])(
  '%p of a later version is told by its code',
  (code) => {
    expect(deedText(code, say)).toBe(code);
    expect(timelineText(code, say)).toBe(code);
    expect(actorText(code, say)).toBe(code);
  },
);
