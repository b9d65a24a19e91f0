import { Helpshift } from "./helpshift";

export default function Page() {
  return (
    <>
      <h1>Help</h1>
      <Helpshift />
    </>
  );
}
