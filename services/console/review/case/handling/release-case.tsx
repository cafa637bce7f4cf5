import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { useReviewers } from '../../terms/reviewers';
import { useMe } from '../../session/me';
import { handledPaths, type HandledCase } from './handled-case';

interface ReleaseCaseProps {
  readonly view: HandledCase;
  readonly onReleased: () => void;
}

/** Lets a case go before its time; a senior takes it out of another's hands. */
export function ReleaseCase({ view: { id, assignee }, onReleased }: ReleaseCaseProps) {
  const t = useText();
  const toast = useToast();
  const { user } = useMe();
  const { nameOf } = useReviewers();
  const isMine = assignee === user.id;
  const { mutate, error, isPending } = useWrite('POST /api/v1/cases/{id}/release', {
    invalidates: handledPaths,
    onDone() {
      toast(t('handling.released'));
      if (isMine) onReleased();
    },
  });
  return (
    <>
      {/* It goes away with what it does: what is announced of a pending button would point nowhere. */}
      <Button
        onPress={() => {
          if (!isPending) mutate({ params: { id }, body: {} });
        }}
      >
        {isMine || assignee === null
          ? t('handling.release')
          : t('handling.release.of', { name: nameOf(assignee) })}
      </Button>
      {error === null ? null : <Problem cause={error} />}
    </>
  );
}
