/** The bundler gathers them into one file that the page links to. */
declare module '*.css';
