import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // Served below any path.
  base: "./",
  // The demo's client "web" has this origin.
  server: { port: 3002 },
  build: { rollupOptions: { input: ["index.html", "package.html"] } },
});
