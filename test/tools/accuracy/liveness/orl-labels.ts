import { z } from 'zod';
import { livenessChallenges } from '../../../../shared/domain/checks/liveness-challenge';
import labels from './labels-by-eye.json';

const pictures = z.array(z.number().int().min(1).max(10));
const byChallenge = z.partialRecord(z.enum(livenessChallenges), pictures);

const labelsSchema = z.object({
  /** How the labels came to be. */
  made: z.string(),
  people: z.array(
    z.object({
      person: z.number().int(),
      neutral: z.number().int(),
      shows: byChallenge,
      also: byChallenge.optional(),
    }),
  ),
});

/** What pictures of the ORL set show, against one of the same person that shows nothing. */
export const orlLabels = labelsSchema.parse(labels);
export type OrlPerson = (typeof orlLabels.people)[number];
