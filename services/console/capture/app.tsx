/** The page: one screen at a time, chosen by what the server says of the session. */
export function App() {
  return <h1>Verifa</h1>;
}
