import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { packing } from "./build/packing.js";

// A node's address, to develop against: KRING_NODE=http://kring.localhost:8080 npm run dev
const node = process.env["KRING_NODE"] ?? "http://kring.localhost:8080";
const toNode = { target: node, changeOrigin: true };

export default defineConfig({
  base: "/app/",
  plugins: [svelte(), packing()],
  build: {
    target: "es2022",
    outDir: "target/classes/webroot/app",
    emptyOutDir: true,
    rolldownOptions: { checks: { pluginTimings: false } },
    // Pages run under a policy without "unsafe-inline" and "data:" scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": toNode, "/oauth": toNode } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
