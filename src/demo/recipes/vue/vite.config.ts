import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [vue()],
  // Served below any path.
  base: "./",
  // The demo's client "web" has this origin.
  server: { port: 3002 },
});
