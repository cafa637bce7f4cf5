/** The steps that need a camera: they load while the person reads what comes before them. */
export { DocumentStep } from './document';
export { LivenessStep } from './liveness';
export { ProofOfAddressStep } from './proof-of-address';
export { SelfieStep } from './selfie';
