/** Software that changes pictures, by what its name looks like in metadata. */
const editors: readonly (readonly [string, RegExp])[] = [
  ['photoshop', /photoshop/],
  ['lightroom', /lightroom/],
  ['firefly', /firefly/],
  ['illustrator', /adobe illustrator/],
  ['gimp', /\bgimp\b/],
  ['affinity', /affinity/],
  ['pixelmator', /pixelmator/],
  ['canva', /\bcanva\b/],
  ['snapseed', /snapseed/],
  ['picsart', /picsart/],
  ['faceapp', /faceapp/],
  ['facetune', /facetune/],
  ['photopea', /photopea/],
  ['paint_net', /paint\.net/],
  ['paintshop', /paint ?shop/],
  ['capture_one', /capture one/],
  ['krita', /\bkrita\b/],
  ['inkscape', /inkscape/],
  ['coreldraw', /corel ?(draw|photo)/],
  ['figma', /\bfigma\b/],
  ['procreate', /\bprocreate\b/],
  ['polarr', /\bpolarr\b/],
  ['meitu', /\bmeitu\b|beautyplus/],
  ['vsco', /\bvsco\b/],
  ['fotor', /\bfotor\b/],
  ['imagemagick', /imagemagick/],
  ['stable_diffusion', /stable diffusion|automatic1111|comfyui|negative prompt/],
  ['dall_e', /dall[-·. ]?e\b/],
  ['midjourney', /midjourney/],
  ['openai', /\bopenai\b|\bgpt-?4o\b/],
  // IPTC's words for what a model made, whatever its name.
  ['generated', /trainedalgorithmicmedia|made with google ai/],
  ['pdf_editor', /\b(sejda|ilovepdf|smallpdf|pdfescape|pdf-?xchange editor|pdffiller|dochub)\b/],
];

/** Our names of the editors that stand in these texts, each once. */
export function editorsNamed(texts: readonly string[]): readonly string[] {
  const lower = texts.map((text) => text.toLowerCase());
  return editors
    .filter(([, pattern]) => lower.some((text) => pattern.test(text)))
    .map(([name]) => name);
}
