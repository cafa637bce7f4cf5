/** Words that are part of the name behind them, and alone no name: VAN is not VAN DIJK. */
export const particles: ReadonlySet<string> = new Set(
  `AL EL BIN BINT IBN BEN ABU ABD DE LA LE DEL DELLA DI DA DO DOS DAS DU VAN VON DER DEN TER TEN ZU ST
   SAN O MC MAC Y E`.split(/\s+/),
);
