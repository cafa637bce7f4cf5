import { readAnswer } from './answer-reader';

export interface FieldRefusal {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A call that did not succeed: what the server said, or `offline`, `too_slow`, `unknown` where it said nothing. */
export class Refusal extends Error {
  readonly code: string;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | null;
  readonly fields: readonly FieldRefusal[];
  /** How many faces were found, of `face_count`. */
  readonly faces: number | null;

  constructor(
    code: string,
    rest: Partial<Pick<Refusal, 'status' | 'requestId' | 'fields' | 'faces'>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = rest.status ?? 0;
    this.requestId = rest.requestId ?? null;
    this.fields = rest.fields ?? [];
    this.faces = rest.faces ?? null;
  }
}

/** The refusal that an error's body tells of; of a body that is none of ours, `unknown`. */
export function refusalOf(status: number, body: unknown): Refusal {
  const answer = readAnswer(body);
  const said = [...answer.list('errors'), ...answer.list('fields')];
  return new Refusal(answer.text('error') ?? 'unknown', {
    status,
    requestId: answer.text('request_id'),
    faces: answer.number('faces'),
    fields: said.map((one) => ({
      field: one.text('field') ?? '',
      code: one.text('code') ?? '',
      message: one.text('message') ?? '',
    })),
  });
}
