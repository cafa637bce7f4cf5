/** Of a picture, and of every picture on a PDF's page. */
export const maxPixels = 64_000_000;
