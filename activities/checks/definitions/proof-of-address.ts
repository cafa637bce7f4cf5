import { proofOfAddressConfigSchema } from '../../../shared/domain/checks/check-config';
import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';
import { readStatedAddress } from '../../../shared/applicant/stated-address';
import { readStatedData } from '../../../shared/applicant/stated-fields';
import type { StatedFields } from '../../../shared/domain/applicant/stated-field';
import { alpha3 } from '../../../shared/domain/countries/states';
import { judgeProof, type Expected } from '../engines/address/judge-proof';
import { proofKinds } from '../../../shared/domain/documents/proof-kinds';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/**
 * `proof_of_address_check`: the name as the identity document has it, else as it was stated; the address as
 * it was stated, for no identity document read here carries one. The file's own traces count: papers are what
 * people edit most.
 */
export const judgeProofOfAddress: Judge = async (context, config) => {
  const { deps, input, signal } = context;
  const wish = proofOfAddressConfigSchema.parse(config);
  const proof = await input.picture('proof_of_address');
  const { known, typed } = readStatedData(deps.keyring, input.session);
  const name = nameOf(await extractedFields(context), { ...known, ...typed });
  const { address, proofDay, proofKind } = readStatedAddress(deps.keyring, input.session);
  if (proof === null || name === null || address === null) {
    return { outcome: skipped('proof_of_address_check', 'input_missing') };
  }
  const text = await deps.engines.readText(proof, signal);
  const { editors } = await deps.engines.traceImage(proof, signal);
  const { country } = input.session;
  const { outcome, findings } = judgeProof(
    text,
    {
      name,
      address,
      country: country === null ? null : alpha3(country),
      kind: proofKinds.find((kind) => kind === proofKind) ?? null,
      statedDay: proofDay,
      today: input.today,
      editors,
    },
    {
      maximumAgeDays: wish.maximum_age_days,
      nameThreshold: wish.name_threshold,
      addressThreshold: wish.address_threshold,
    },
  );
  return { outcome, evidence: { ...findings, editors, rows_read: text.rows.length } };
};

/** A name of one word is a name; whether a part is empty, the print has to say the other. */
function nameOf(read: ExtractedData | null, stated: StatedFields): Expected['name'] | null {
  const first = read?.first_name ?? stated.firstName ?? '';
  const last = read?.last_name ?? stated.lastName ?? '';
  if (read !== null || (first !== '' && last !== '')) {
    return first === '' && last === '' ? null : { first, last };
  }
  const [given, ...rest] = stated.fullName?.split(/\s+/) ?? [];
  if (given === undefined) return null;
  return rest.length === 0 ? { first: '', last: given } : { first: given, last: rest.join(' ') };
}
