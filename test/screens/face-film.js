/**
 * A camera that is none, for a page in Chromium: `getUserMedia` gives a canvas on which a made-up person
 * performs what the page asks for. Put in before the page's own scripts (`film-face.ts`); what it plays is in
 * `window.faceFilm`. It is plain JavaScript because it runs in the page, where no module of ours may be loaded.
 */
(() => {
  const film = window.faceFilm;
  const [width, height] = [1280, 720];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const pictures = Object.fromEntries(
    Object.entries(film.pictures).map(([name, url]) => {
      const image = new Image();
      image.src = url;
      return [name, image];
    }),
  );
  const noises = Array.from({ length: 6 }, () => {
    const noise = Object.assign(document.createElement('canvas'), { width, height });
    const pen = noise.getContext('2d');
    const pixels = pen.createImageData(width, height);
    for (let at = 0; at < pixels.data.length; at += 4) {
      pixels.data[at] = pixels.data[at + 1] = pixels.data[at + 2] = 255 * Math.random();
      pixels.data[at + 3] = 14;
    }
    pen.putImageData(pixels, 0, 0);
    return noise;
  });
  let [asked, since] = ['', 0];

  /** What the page asks for, read from its screen; performed a moment later, as a person would. */
  function shown(nowMs) {
    const sign = document.querySelector('.movement-sign')?.getAttribute('class') ?? '';
    if (sign !== asked) [asked, since] = [sign, nowMs];
    const movement = asked.split(' ')[1] ?? '';
    const isMoving = nowMs - since > film.reactsAfterMs && (nowMs - since) % 3_000 > 600;
    return (isMoving && pictures[movement]) || pictures.neutral;
  }

  function draw() {
    const nowMs = performance.now();
    context.fillStyle = '#73777c';
    context.fillRect(0, 0, width, height);
    const picture = film.isEmpty ? null : shown(nowMs);
    if (picture !== null && picture.complete && picture.naturalWidth > 0) {
      // Nobody holds a phone quite still.
      const high = 560 + 6 * Math.sin(nowMs / 700);
      const wide = (high * picture.naturalWidth) / picture.naturalHeight;
      const x = (width - wide) / 2 + 4 * Math.sin(nowMs / 900);
      context.drawImage(picture, x, (height - high) / 2 + 12, wide, high);
    }
    // The screen's light lies on the face.
    const light = document.documentElement?.style.getPropertyValue('--light') ?? '';
    if (light !== '' && film.isLit) {
      context.globalCompositeOperation = 'multiply';
      context.fillStyle = light;
      context.globalAlpha = 0.5;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
      context.globalCompositeOperation = 'source-over';
    }
    const noise = noises[Math.floor(Math.random() * noises.length)];
    const aside = () => -Math.floor(Math.random() * 64);
    context.drawImage(noise, aside(), aside(), width + 64, height + 64);
    setTimeout(draw, 50);
  }
  draw();

  const opened = async ({ video } = {}) => {
    if (!video || film.refused !== undefined) {
      throw new DOMException('no camera', film.refused ?? 'NotFoundError');
    }
    return canvas.captureStream(20);
  };
  Object.defineProperty(MediaDevices.prototype, 'getUserMedia', { value: opened });
})();
